import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Reply } from "./judge-reply";

interface Began {
  request: IncomingMessage;
  response: ServerResponse;
}

/** Tells of every whole reply that a `node:http` server of this process gives below `/v1`. */
export function listenToServers(heard: (path: string, reply: Reply) => void): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as Began;
    const path = request.url?.split("?")[0] ?? "";
    if (!path.startsWith("/v1/")) return;
    const sent = keepSent(response);
    response.once("finish", () => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(sentHeaders(response))) headers.set(name, value);
      const isJson = headers.get("content-type")?.startsWith("application/json") && !headers.has("content-encoding");
      const body = isJson ? Buffer.concat(sent).toString() : null;
      heard(path, { method: request.method ?? "GET", status: response.statusCode, headers, body });
    });
  });
}

/** Keeps what is written, as it is written. */
function keepSent(response: ServerResponse): Buffer[] {
  const sent: Buffer[] = [];
  for (const name of ["write", "end"] as const) {
    const write = response[name] as (...words: unknown[]) => unknown;
    Object.assign(response, {
      [name]: (...words: unknown[]) => {
        const [chunk] = words;
        if (typeof chunk === "string" || chunk instanceof Uint8Array) sent.push(Buffer.from(chunk as string));
        return write.apply(response, words);
      },
    });
  }
  return sent;
}

/** `getHeaders` does not know those that were given to `writeHead` as a list; what was sent does. */
function sentHeaders(response: ServerResponse): Record<string, string> {
  const { _header: head } = response as unknown as { _header: string };
  const lines = head.split("\r\n").slice(1).filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}
