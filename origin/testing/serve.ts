import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { Handler } from "../reply";

export interface Served {
  port: number;
  /** Sends a request as it stands: `fetch` would follow, decode and complete it. */
  ask(path: string, options?: { method?: string; headers?: Record<string, string>; body?: string }): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

/** Serves a handler on a port of its own. */
export async function serve(handler: Handler): Promise<Served> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    ask: (path, options) => ask(port, path, options),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function ask(port: number, path: string, options: Parameters<Served["ask"]>[1] = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = "GET", headers, body } = options;
    const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on("data", (chunk) => chunks.push(chunk));
      reply.on("error", reject);
      reply.on("end", () => {
        const whole = Buffer.concat(chunks);
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: whole, text: whole.toString("utf8") });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
