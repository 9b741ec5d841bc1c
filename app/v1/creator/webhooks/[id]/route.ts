import { ById } from "@/core/contract";
import { UpdateWebhookEndpoint, WebhookEndpoint } from "@/core/webhooks/contract";
import { v1Route } from "@/server/http/route";
import { deleteEndpoint } from "@/server/webhooks/delete-endpoint";
import { getEndpoint } from "@/server/webhooks/get-endpoint";
import { updateEndpoint } from "@/server/webhooks/update-endpoint";

export const GET = v1Route({
  id: "getWebhookEndpoint",
  tag: "Webhooks",
  scope: "session",
  summary: "A webhook endpoint and its health",
  params: ById,
  reply: WebhookEndpoint,
  handle: (actor, { params }) => getEndpoint(actor, params.id),
});

export const PATCH = v1Route({
  id: "updateWebhookEndpoint",
  tag: "Webhooks",
  scope: "session",
  summary: "Change, disable or enable a webhook endpoint",
  errors: ["url.refused"],
  params: ById,
  body: UpdateWebhookEndpoint,
  reply: WebhookEndpoint,
  handle: (actor, { params, body }) => updateEndpoint(actor, params.id, body),
});

export const DELETE = v1Route({
  id: "deleteWebhookEndpoint",
  tag: "Webhooks",
  scope: "session",
  summary: "Remove a webhook endpoint with its log",
  params: ById,
  reply: null,
  handle: (actor, { params }) => deleteEndpoint(actor, params.id),
});
