import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { AppError } from "@/core/errors";
import { FetchFailure } from "@/core/net/fetch-failure";
import { hostOf, portOf } from "@/core/net/judge-spelling";
import { checkedAddresses, type Resolve, systemResolve } from "./checked-addresses";
import { pinnedTo } from "./connect";
import { judgeUrl } from "./judge-url";

export interface GuardProxy {
  /** Address with its secret, as programs take it for a proxy. */
  url: string;
  /** Why requests were turned away, in order: what the program behind it only knows as "forbidden". */
  refusals: readonly string[];
  /** All bytes that have come from outside. */
  receivedBytes(): number;
  stop(): Promise<void>;
}

export interface GuardProxyOptions {
  resolve?: Resolve;
  /** Of everything together; then the connections end. */
  maxBytes: number;
  /** A connection on which nothing moves for so long is ended. */
  idleMs: number;
}

/** Headers that are between two neighbours (RFC 9110 §7.6.1), and our secret. */
const HOP_HEADERS = ["connection", "keep-alive", "proxy-authorization", "proxy-connection", "te", "upgrade", "trailer"];

/**
 * A proxy for programs that fetch by themselves, on a random port of the loopback and open to whoever knows its
 * secret only. It judges every request and every tunnel exactly as `safeFetch` does, and connects to the very
 * addresses that were judged.
 */
export async function startGuardProxy(options: GuardProxyOptions): Promise<GuardProxy> {
  const secret = randomBytes(24).toString("hex");
  const proxy = new Guard(`Basic ${Buffer.from(`lineup:${secret}`).toString("base64")}`, options);
  await new Promise<void>((resolve, reject) => {
    proxy.server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const { port } = proxy.server.address() as AddressInfo;
  return {
    url: `http://lineup:${secret}@127.0.0.1:${port}`,
    refusals: proxy.refusals,
    receivedBytes: () => proxy.receivedBytes,
    stop: () => proxy.stop(),
  };
}

class Guard {
  readonly server: Server;
  readonly refusals: string[] = [];
  receivedBytes = 0;
  private readonly open = new Set<Duplex>();

  constructor(
    private readonly expected: string,
    private readonly options: GuardProxyOptions,
  ) {
    this.server = createServer((incoming, outgoing) => void this.forward(incoming, outgoing));
    this.server.on("connect", (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
      void this.tunnel(incoming, socket, head);
    });
    this.server.on("connection", (socket) => this.keep(socket));
  }

  async stop(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async forward(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      this.requireSecret(incoming);
      const url = judgeUrl(incoming.url ?? "");
      if (url.protocol !== "http:") throw new AppError("url.refused", "Other schemes go through a tunnel.");
      const addresses = await checkedAddresses(url, this.options.resolve ?? systemResolve);
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).filter(([name]) => !HOP_HEADERS.includes(name)),
      );
      const { method } = incoming;
      const target = { host: hostOf(url), port: portOf(url), path: `${url.pathname}${url.search}` };
      const upstream = request({ ...target, method, headers, agent: false, ...pinnedTo(addresses) });
      upstream.setTimeout(this.options.idleMs, () => upstream.destroy());
      upstream.once("socket", (socket) => this.keep(socket));
      upstream.once("error", () => refuse(outgoing, 502));
      upstream.once("response", (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        this.count(reply, () => outgoing.destroy());
        reply.once("error", () => outgoing.destroy()).pipe(outgoing);
      });
      outgoing.once("close", () => upstream.destroy());
      incoming.once("error", () => upstream.destroy()).pipe(upstream);
    } catch (thrown) {
      refuse(outgoing, this.statusOf(thrown));
    }
  }

  private async tunnel(incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on("error", () => socket.destroy());
    try {
      this.requireSecret(incoming);
      const url = judgeUrl(`https://${incoming.url ?? ""}`);
      if (url.pathname !== "/" || url.username !== "") throw new AppError("url.refused", "This is no host and port.");
      const addresses = await checkedAddresses(url, this.options.resolve ?? systemResolve);
      const upstream = connect({ host: hostOf(url), port: portOf(url), ...pinnedTo(addresses) });
      this.keep(upstream);
      upstream.setTimeout(this.options.idleMs, () => upstream.destroy());
      upstream.once("error", () => socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n"));
      upstream.once("close", () => socket.destroy());
      socket.once("close", () => upstream.destroy());
      upstream.once("connect", () => {
        socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
        upstream.write(head);
        this.count(upstream, () => upstream.destroy());
        upstream.pipe(socket).pipe(upstream);
      });
    } catch (thrown) {
      socket.end(`HTTP/1.1 ${this.statusOf(thrown)} Refused\r\nConnection: close\r\n\r\n`);
    }
  }

  private requireSecret(incoming: IncomingMessage): void {
    const given = Buffer.from(incoming.headers["proxy-authorization"] ?? "");
    const expected = Buffer.from(this.expected);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new AppError("auth.unauthenticated", "This proxy is not yours.");
    }
  }

  private statusOf(thrown: unknown): number {
    if (thrown instanceof AppError && thrown.code === "auth.unauthenticated") return 407;
    if (!(thrown instanceof AppError)) return thrown instanceof FetchFailure ? 502 : 500;
    this.refusals.push(thrown.message);
    return 403;
  }

  private count(source: NodeJS.ReadableStream, stop: () => void): void {
    source.on("data", (chunk: Buffer) => {
      this.receivedBytes += chunk.byteLength;
      if (this.receivedBytes > this.options.maxBytes) stop();
    });
  }

  private keep(socket: Socket): void {
    this.open.add(socket);
    socket.once("close", () => this.open.delete(socket));
    socket.on("error", () => socket.destroy());
  }
}

function refuse(outgoing: ServerResponse, status: number): void {
  if (outgoing.headersSent) return void outgoing.destroy();
  outgoing.writeHead(status, { Connection: "close" }).end();
}
