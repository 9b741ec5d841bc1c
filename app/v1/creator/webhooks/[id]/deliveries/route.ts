import { ById } from "@/core/contract";
import { ListDeliveriesQuery, WebhookDeliveryList } from "@/core/webhooks/contract";
import { v1Route } from "@/server/http/route";
import { listDeliveries } from "@/server/webhooks/list-deliveries";

export const GET = v1Route({
  id: "listWebhookDeliveries",
  tag: "Webhooks",
  scope: "session",
  summary: "What was sent to an endpoint in the last 30 days and what waits, newest first",
  params: ById,
  query: ListDeliveriesQuery,
  reply: WebhookDeliveryList,
  handle: (actor, { params, query }) => listDeliveries(actor, params.id, query),
});
