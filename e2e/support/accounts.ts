import type { APIRequestContext } from "@playwright/test";
import { type Account, newAccount, productUrl } from "./program";

/** Registers a creator and signs the given request context in, as the sign-in page does. */
export async function signUpByRequest(request: APIRequestContext, account: Account = newAccount()): Promise<Account> {
  const origin = productUrl();
  const registered = await request.post(`${origin}/v1/auth/register`, { data: account });
  if (registered.status() !== 201)
    throw new Error(`register answered ${registered.status()}: ${await registered.text()}`);
  const { csrfToken } = await (await request.get(`${origin}/api/auth/csrf`)).json();
  const signedIn = await request.post(`${origin}/api/auth/callback/credentials`, {
    form: { csrfToken, email: account.email, password: account.password, json: "true" },
  });
  if (!signedIn.ok()) throw new Error(`sign-in answered ${signedIn.status()}: ${await signedIn.text()}`);
  return account;
}

/** A new API key of the signed-in creator. */
export async function createApiKey(request: APIRequestContext, scopes: string[]): Promise<string> {
  const origin = productUrl();
  const reply = await request.post(`${origin}/v1/creator/api-keys`, {
    data: { name: "Night shift", scopes },
    headers: { origin },
  });
  if (reply.status() !== 201) throw new Error(`key creation answered ${reply.status()}: ${await reply.text()}`);
  return (await reply.json()).key.token;
}
