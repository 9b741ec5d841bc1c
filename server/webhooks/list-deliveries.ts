import type { Actor } from "@/core/actor";
import type { ListDeliveriesQuery, WebhookDeliveryList } from "@/core/webhooks/contract";
import { db } from "../db";
import { deliveryView, WITH_EVENT } from "./delivery-view";
import { ownEndpoint } from "./own-endpoint";

/**
 * What was sent to an endpoint and what waits, newest first.
 * @throws resource.not_found
 */
export async function listDeliveries(
  actor: Actor,
  endpointId: string,
  query: ListDeliveriesQuery,
): Promise<WebhookDeliveryList> {
  const { id } = await ownEndpoint(actor, endpointId);
  const { page, per_page: perPage, status, eventType } = query;
  const where = { endpointId: id, status, ...(eventType && { event: { type: eventType } }) };
  const [total, rows] = await Promise.all([
    db.webhookDelivery.count({ where }),
    db.webhookDelivery.findMany({
      where,
      include: WITH_EVENT,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * perPage,
      take: perPage,
    }),
  ]);
  return { items: rows.map(deliveryView), total, page, perPage };
}
