import { ById } from "@/core/contract";
import { revokeApiKey } from "@/server/api-keys/revoke-api-key";
import { v1Route } from "@/server/http/route";

export const DELETE = v1Route({
  id: "revokeApiKey",
  tag: "API keys",
  scope: "any",
  summary: "Revoke an API key",
  params: ById,
  reply: null,
  handle: (actor, { params }) => revokeApiKey(actor, params.id),
});
