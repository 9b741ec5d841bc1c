import { ById } from "@/core/contract";
import { CreatedWebhookEndpoint } from "@/core/webhooks/contract";
import { v1Route } from "@/server/http/route";
import { rotateSecret } from "@/server/webhooks/rotate-secret";

export const POST = v1Route({
  id: "rotateWebhookSecret",
  tag: "Webhooks",
  scope: "session",
  summary: "Give an endpoint a new signing secret, shown once; the old one signs too for 24 hours",
  params: ById,
  reply: CreatedWebhookEndpoint,
  withoutSecret: ({ endpoint }) => ({ endpoint, secretShown: true }),
  handle: (actor, { params }) => rotateSecret(actor, params.id),
});
