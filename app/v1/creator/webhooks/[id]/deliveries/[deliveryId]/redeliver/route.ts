import { DeliveryOfEndpoint, WebhookDelivery } from "@/core/webhooks/contract";
import { v1Route } from "@/server/http/route";
import { redeliver } from "@/server/webhooks/redeliver";

export const POST = v1Route({
  id: "redeliverWebhook",
  tag: "Webhooks",
  scope: "session",
  summary: "Send a delivery again, under the same webhook-id",
  errors: ["webhook.disabled"],
  params: DeliveryOfEndpoint,
  reply: WebhookDelivery,
  status: 202,
  handle: (actor, { params }) => redeliver(actor, params),
});
