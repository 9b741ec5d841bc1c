import { DeliveryOfEndpoint, WebhookDeliveryDetail } from "@/core/webhooks/contract";
import { v1Route } from "@/server/http/route";
import { getDelivery } from "@/server/webhooks/get-delivery";

export const GET = v1Route({
  id: "getWebhookDelivery",
  tag: "Webhooks",
  scope: "session",
  summary: "A delivery with its payload and every attempt",
  params: DeliveryOfEndpoint,
  reply: WebhookDeliveryDetail,
  handle: (actor, { params }) => getDelivery(actor, params),
});
