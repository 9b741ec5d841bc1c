import { CreatedWebhookEndpoint, CreateWebhookEndpoint, WebhookEndpointList } from "@/core/webhooks/contract";
import { v1Route } from "@/server/http/route";
import { createEndpoint } from "@/server/webhooks/create-endpoint";
import { listEndpoints } from "@/server/webhooks/list-endpoints";

// Session only, here and below: an endpoint hears of the whole account, for which no single scope of a key stands, and a
// key that leaked must not plant a listener that outlives it.
export const GET = v1Route({
  id: "listWebhookEndpoints",
  tag: "Webhooks",
  scope: "session",
  summary: "List webhook endpoints",
  reply: WebhookEndpointList,
  handle: (actor) => listEndpoints(actor),
});

export const POST = v1Route({
  id: "createWebhookEndpoint",
  tag: "Webhooks",
  scope: "session",
  summary: "Create a webhook endpoint; its signing secret is shown once",
  errors: ["url.refused", "webhook.too_many"],
  body: CreateWebhookEndpoint,
  reply: CreatedWebhookEndpoint,
  status: 201,
  withoutSecret: ({ endpoint }) => ({ endpoint, secretShown: true }),
  handle: (actor, { body }) => createEndpoint(actor, body),
});
