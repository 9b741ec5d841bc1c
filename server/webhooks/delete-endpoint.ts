import type { Actor } from "@/core/actor";
import { db } from "../db";
import { ownEndpoint } from "./own-endpoint";
import { recordEndpoint } from "./record-endpoint";

/**
 * Removes an endpoint with its log. What is being sent at this moment may still arrive.
 * @throws resource.not_found
 */
export async function deleteEndpoint(actor: Actor, endpointId: string): Promise<void> {
  const endpoint = await ownEndpoint(actor, endpointId);
  await db.$transaction(async (tx) => {
    const { count } = await tx.webhookEndpoint.deleteMany({ where: { id: endpoint.id, ownerId: actor.userId } });
    if (count > 0) await recordEndpoint(tx, actor, "webhook.deleted", endpoint);
  });
}
