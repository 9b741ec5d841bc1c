import { type Client, createClient, createConfig } from "../../generated/client/client";
import { getContent } from "../../generated/client/sdk.gen";
import type { ContentDetail } from "../../generated/client/types.gen";
import { productUrl } from "./program";

/** The generated client, as any program would use it; what is refused is thrown as the API's envelope. */
export function apiClient(key: string): Client {
  return createClient(createConfig({ baseUrl: productUrl(), auth: key, throwOnError: true }));
}

/** Polls the item until it is ready, as the reference tells programs to. */
export async function untilReady(client: Client, id: string, timeoutMs = 180_000): Promise<ContentDetail> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const { data } = await getContent({ client, path: { id }, throwOnError: true });
    if (data.status === "ready") return data;
    if (data.status === "failed") throw new Error(`transcoding failed: ${JSON.stringify(data.error)}`);
    if (Date.now() > deadline) throw new Error(`still ${data.status} after ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
