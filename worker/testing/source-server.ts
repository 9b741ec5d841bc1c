import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

export interface Seen {
  path: string;
  headers: IncomingMessage["headers"];
}

type Answer = (incoming: IncomingMessage, outgoing: ServerResponse, nth: number) => void;

export interface SourceServer {
  /** `127.0.0.1:port`, for `IMPORT_ALLOW_HOSTS`. */
  host: string;
  url(path: string): string;
  /** What a path answers; `nth` counts its requests from 1. */
  on(path: string, answer: Answer): void;
  /** Requests to a path so far. */
  seen(path: string): Seen[];
  stop(): Promise<void>;
}

/** Somebody else's server, as bad as a test wants it. */
export async function startSourceServer(): Promise<SourceServer> {
  const answers = new Map<string, Answer>();
  const requests: Seen[] = [];
  const sockets = new Set<Socket>();
  const seen = (path: string) => requests.filter((request) => request.path === path);
  const server = createServer((incoming, outgoing) => {
    const path = new URL(incoming.url ?? "/", "http://x").pathname;
    requests.push({ path, headers: incoming.headers });
    const answer = answers.get(path);
    if (answer) answer(incoming, outgoing, seen(path).length);
    else outgoing.writeHead(404).end("nothing here");
  });
  server.on("connection", (socket) => sockets.add(socket.once("close", () => sockets.delete(socket))));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: (path) => `http://${host}${path}`,
    on: (path, answer) => void answers.set(path, answer),
    seen,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with a file as good servers do: length, entity tag, ranges. */
export function file(bytes: Uint8Array, headers: Record<string, string> = { "content-type": "video/mp4" }): Answer {
  return (incoming, outgoing) => sendFile(incoming, outgoing, bytes, headers);
}

export function sendFile(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  bytes: Uint8Array,
  headers: Record<string, string>,
  /** Ends the connection after so many bytes of the answer. */
  breakAfter = Number.POSITIVE_INFINITY,
): void {
  const [, from] = /^bytes=(\d+)-/.exec(incoming.headers.range ?? "") ?? [];
  const matches = !incoming.headers["if-range"] || incoming.headers["if-range"] === headers.etag;
  const start = from && matches ? Number(from) : 0;
  const part = bytes.subarray(start);
  outgoing.writeHead(start > 0 ? 206 : 200, {
    ...headers,
    "content-length": part.byteLength,
    ...(start > 0 && { "content-range": `bytes ${start}-${bytes.byteLength - 1}/${bytes.byteLength}` }),
  });
  if (breakAfter >= part.byteLength) return void outgoing.end(part);
  outgoing.write(part.subarray(0, breakAfter), () => outgoing.destroy());
}
