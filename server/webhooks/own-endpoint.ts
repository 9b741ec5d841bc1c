import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import type { WebhookEndpoint } from "@/generated/prisma/client";
import { db, type Tx } from "../db";

/** @throws resource.not_found also for an endpoint of somebody else */
export async function ownEndpoint(actor: Actor, endpointId: string, tx: Tx = db): Promise<WebhookEndpoint> {
  const endpoint = await tx.webhookEndpoint.findFirst({ where: { id: endpointId, ownerId: actor.userId } });
  if (!endpoint) throw notFound("The webhook endpoint");
  return endpoint;
}
