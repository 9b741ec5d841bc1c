import { ApiKeyList, CreateApiKey, CreatedApiKey, RepeatedApiKey } from "@/core/api-keys/contract";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { listApiKeys } from "@/server/api-keys/list-api-keys";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "listApiKeys",
  tag: "API keys",
  scope: "session",
  summary: "List API keys",
  reply: ApiKeyList,
  handle: (actor) => listApiKeys(actor),
});

export const POST = v1Route({
  id: "createApiKey",
  tag: "API keys",
  scope: "session",
  summary: "Create an API key; its token is shown once",
  limit: "api_key_create",
  body: CreateApiKey,
  reply: CreatedApiKey,
  status: 201,
  repeated: RepeatedApiKey,
  withoutSecret: ({ key: { token, ...key } }) => ({ key, tokenShown: true }),
  handle: (actor, { body }) => createApiKey(actor, body),
});
