import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A webhook as it arrived. */
export interface Received {
  id: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  type: string;
  data: Record<string, unknown>;
}

type Answer = { status: number; headers?: Record<string, string>; body?: string };

/** Somebody's server: it keeps what it is sent and answers as it is told, by default that all is well. */
export class Receiver {
  readonly received: Received[] = [];
  /** Null never answers. */
  answer: (received: Received) => Answer | null = () => ({ status: 200, body: "thanks" });
  private server: Server | null = null;

  /** `host:port` to open for it. */
  async start(): Promise<string> {
    this.server = createServer(async (incoming, outgoing) => {
      let body = "";
      for await (const chunk of incoming) body += chunk;
      const { type, data } = JSON.parse(body);
      const headers = incoming.headers as Record<string, string>;
      const one = { id: headers["webhook-id"]!, path: incoming.url ?? "", headers, body, type, data };
      this.received.push(one);
      const answer = this.answer(one);
      if (answer) outgoing.writeHead(answer.status, answer.headers).end(answer.body ?? "");
    });
    await new Promise<void>((resolve) => this.server?.listen(0, "127.0.0.1", resolve));
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  of(path: string): Received[] {
    return this.received.filter((one) => one.path === path);
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}
