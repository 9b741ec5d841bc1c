import { type Client, createClient, createConfig } from "@/generated/client/client";
import { failureOf } from "./failure";
import type { Account } from "./session";

/** The typed client for one account. Whatever is not a 2xx reply is thrown as `Failure`. */
export function connect({ url, key }: Account, fetch: typeof globalThis.fetch, signal: AbortSignal): Client {
  const client = createClient(createConfig({ baseUrl: url, auth: key, fetch, throwOnError: true, signal }));
  client.interceptors.error.use((thrown, response) => failureOf(thrown, response?.status, url));
  return client;
}
