import type { Actor } from "@/core/actor";
import type { WebhookEndpointList } from "@/core/webhooks/contract";
import { db } from "../db";
import { endpointView } from "./endpoint-view";

/** All endpoints of the actor, oldest first: there are few. */
export async function listEndpoints(actor: Actor): Promise<WebhookEndpointList> {
  const rows = await db.webhookEndpoint.findMany({
    where: { ownerId: actor.userId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return { items: rows.map((row) => endpointView(row)) };
}
