import type { Actor } from "@/core/actor";
import type { Scope } from "@/core/api-keys/scopes";
import { createApiKey } from "@/server/api-keys/create-api-key";

/** The token of a new API key with these scopes. */
export async function seedApiKey(owner: Actor, ...scopes: Scope[]): Promise<string> {
  const { key } = await createApiKey(owner, { name: "Test", kind: "creator", scopes });
  return key.token;
}
