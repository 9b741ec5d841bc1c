import { randomUUID } from "node:crypto";

export function productUrl(): string {
  const url = process.env.LINEUP_E2E_URL;
  if (!url) throw new Error("the product is not running; start the journeys with `npx playwright test`");
  return url;
}

export interface Account {
  email: string;
  password: string;
  name: string;
}

export function newAccount(): Account {
  return { email: `${randomUUID()}@example.com`, password: "correct horse battery", name: "Ada Lovelace" };
}

/** A program that knows nothing but the address of the server and an API key. */
export class Program {
  constructor(private readonly token: string) {}

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await fetch(new URL(path, productUrl()), {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** Polls the item until it is ready, as the reference tells programs to. */
  async untilReady(contentItemId: string, timeoutMs = 180_000): Promise<{ id: string; durationSeconds: number }> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const item = await this.call<{ id: string; status: string; durationSeconds: number; error: unknown }>(
        "GET",
        `/v1/creator/content/${contentItemId}`,
      );
      if (item.status === "ready") return item;
      if (item.status === "failed") throw new Error(`transcoding failed: ${JSON.stringify(item.error)}`);
      if (Date.now() > deadline) throw new Error(`still ${item.status} after ${timeoutMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
