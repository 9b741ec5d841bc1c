import { Agent, request } from "node:http";
import type { Sent } from "./concrete";

const GIVE_UP_MS = 30_000;
const MOST_BYTES = 4 * 1024 * 1024;

export interface Received {
  /** 0 where the connection ended without an answer. */
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  elapsedMs: number;
}

/**
 * Opens a way to send requests just as they are, with broken paths and doubled headers, which `fetch` would mend or
 * refuse. A stream of events is read to its first.
 */
export function openSender(origin: string, sockets: number): { send(sent: Sent): Promise<Received>; close(): void } {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const send = ({ method, path, headers, body }: Sent) =>
    new Promise<Received>((resolve) => {
      const startedAt = performance.now();
      const end = (received: Omit<Received, "elapsedMs">) =>
        resolve({ ...received, elapsedMs: performance.now() - startedAt });
      const lines = headers.flatMap(([name, value]) => [name, value === "{origin}" ? origin : value]);
      lines.push("Host", `${hostname}:${port}`);
      if (body) lines.push("Content-Length", String(body.byteLength));
      const out = request({ agent, hostname, port, method, path, headers: lines, timeout: GIVE_UP_MS });
      out.on("timeout", () => out.destroy());
      out.on("error", () => end({ status: 0, headers: {}, body: "" }));
      out.on("response", (reply) => {
        const { statusCode: status = 0, headers: answered } = reply;
        const endless = answered["content-type"]?.startsWith("text/event-stream");
        let text = "";
        reply.setEncoding("utf8");
        const over = () => end({ status, headers: answered, body: text });
        reply.on("data", (chunk: string) => {
          text += chunk;
          if (!endless && text.length <= MOST_BYTES) return;
          over();
          out.destroy();
        });
        reply.on("end", over);
        reply.on("error", over);
      });
      out.end(body ?? undefined);
    });
  return { send, close: () => agent.destroy() };
}
