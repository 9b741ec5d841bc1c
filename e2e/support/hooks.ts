import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

export interface Heard {
  type: string;
  test: boolean;
  resource: string;
  id: string;
}

export interface HookReceiver {
  url: string;
  /** What came and was signed rightly, in the order in which it came. */
  heard: Heard[];
  /** What came and was not. */
  forged: string[];
  /** Answers so many deliveries with 503 before it takes them. */
  refuse(count: number): void;
  setSecret(secret: string): void;
  close(): Promise<void>;
}

/** A server of somebody who listens: it takes what the library of Standard Webhooks verifies. */
export async function receiveHooks(): Promise<HookReceiver> {
  const port = Number(process.env.LINEUP_E2E_HOOKS);
  const heard: Heard[] = [];
  const forged: string[] = [];
  let refusals = 0;
  let secret = "";
  const server = createServer(async (request, reply) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    if (refusals > 0) {
      refusals--;
      reply.writeHead(503).end();
      return;
    }
    try {
      const headers = request.headers as Record<string, string>;
      const { type, data, test = false } = new Webhook(secret).verify(body, headers) as Sent;
      heard.push({ type, test, resource: resourceOf(type, data), id: headers["webhook-id"] ?? "" });
      reply.writeHead(204).end();
    } catch {
      forged.push(body);
      reply.writeHead(400).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${port}/lineup`,
    heard,
    forged,
    refuse: (count) => {
      refusals = count;
    },
    setSecret: (given) => {
      secret = given;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What an event is about; one of a channel may name an item as well. */
function resourceOf(type: string, data: Record<string, unknown>): string {
  return String((/^(content|import)\./.test(type) ? data.contentItemId : data.channelId) ?? "");
}

interface Sent {
  type: string;
  test?: boolean;
  data: Record<string, unknown>;
}
