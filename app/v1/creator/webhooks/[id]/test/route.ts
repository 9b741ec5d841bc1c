import { ById } from "@/core/contract";
import { TestWebhookEndpoint, WebhookDelivery } from "@/core/webhooks/contract";
import { v1Route } from "@/server/http/route";
import { sendTest } from "@/server/webhooks/send-test";

export const POST = v1Route({
  id: "testWebhookEndpoint",
  tag: "Webhooks",
  scope: "session",
  summary: "Send an example of an event to an endpoint, once",
  params: ById,
  body: TestWebhookEndpoint,
  reply: WebhookDelivery,
  status: 202,
  handle: (actor, { params, body }) => sendTest(actor, params.id, body),
});
