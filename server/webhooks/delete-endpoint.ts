import type { Actor } from "@/core/actor";
import { db } from "../db";
import { ownEndpoint } from "./own-endpoint";

/**
 * Removes an endpoint with its log. What is being sent at this moment may still arrive.
 * @throws resource.not_found
 */
export async function deleteEndpoint(actor: Actor, endpointId: string): Promise<void> {
  const { id } = await ownEndpoint(actor, endpointId);
  await db.webhookEndpoint.deleteMany({ where: { id, ownerId: actor.userId } });
}
