import type { Actor } from "@/core/actor";
import { asOfList, madeBefore } from "@/core/stable-page";
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
  const { page, per_page: perPage, status, eventType, as_of } = query;
  const ofType = eventType && { event: { type: eventType } };
  const where = { endpointId: id, status, createdAt: { lt: madeBefore(as_of) }, ...ofType };
  const [all, rows] = await Promise.all([
    db.webhookDelivery.aggregate({ where, _count: true, _max: { createdAt: true } }),
    db.webhookDelivery.findMany({
      where,
      include: WITH_EVENT,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * perPage,
      take: perPage,
    }),
  ]);
  const asOf = asOfList(as_of, all._max.createdAt);
  return { items: rows.map(deliveryView), total: all._count, page, perPage, asOf };
}
