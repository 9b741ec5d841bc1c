import { Agent, type ClientRequest, type IncomingMessage, request, type ServerResponse } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Env } from "@/server/env";
import { requestId } from "@/server/http/request-id";
import { isApiPath, isV1Path } from "./api-path";
import { forwardedOf, trustedProxies } from "./forwarded";
import { sendNextAway } from "./next-away";
import { envelopeForNext, needsEnvelope } from "./next-errors";
import { endToEnd, headersForNext, without } from "./next-headers";
import { pathOf } from "./reply";
import { contentSecurityPolicy, newNonce, pagePolicy, securityHeaders } from "./security-headers";

/** Passes what is not for audiences to Next, over its unix socket, streaming both ways. */
export class NextProxy {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 512, scheduling: "lifo" });
  private readonly policy: ReturnType<typeof contentSecurityPolicy>;
  private readonly trusted: ReturnType<typeof trustedProxies>;

  constructor(
    private readonly socketPath: string,
    settings: Env,
  ) {
    this.policy = contentSecurityPolicy(settings);
    this.trusted = trustedProxies(settings.TRUST_PROXY);
  }

  readonly handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const path = pathOf(incoming);
    const from = forwardedOf(incoming, this.trusted);
    const policy = this.policy(newNonce(), pagePolicy(path));
    try {
      const reply = await this.ask(incoming, outgoing, headersForNext(incoming, from, policy));
      const own = { ...securityHeaders(pagePolicy(path), from.proto), "Content-Security-Policy": policy };
      if (isV1Path(path) && needsEnvelope(reply)) {
        const allow = reply.statusCode === 405 ? await this.allowedMethods(incoming, from.host) : undefined;
        await envelopeForNext(incoming, outgoing, reply, own, allow);
        return;
      }
      const replaced = new Set(Object.keys(own).map((name) => name.toLowerCase()));
      const headers = without(endToEnd(reply.rawHeaders, reply.headers.connection), (name) => replaced.has(name));
      headers.push(...Object.entries(own).flat());
      // Next answers OPTIONS by itself, and nobody could tell us which answer it was.
      if (isApiPath(path) && reply.headers["x-request-id"] === undefined) headers.push("X-Request-Id", requestId());
      outgoing.writeHead(reply.statusCode ?? 502, reply.statusMessage, headers);
      await pipeline(reply, outgoing);
    } catch (thrown) {
      if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy();
      else await sendNextAway(incoming, outgoing, thrown);
    }
  };

  /** Passes an upgraded connection (the development server's live updates) through. */
  readonly upgrade = (incoming: IncomingMessage, client: Duplex, head: Buffer): void => {
    const from = forwardedOf(incoming, this.trusted);
    const next = connect(this.socketPath);
    const end = () => {
      client.destroy();
      next.destroy();
    };
    for (const side of [client, next]) side.on("error", end).on("close", end);
    next.once("connect", () => {
      const headers = headersForNext(incoming, from, "");
      const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
      for (let at = 0; at < headers.length; at += 2) lines.push(`${headers[at]}: ${headers[at + 1]}`);
      lines.push("Connection: Upgrade", `Upgrade: ${incoming.headers.upgrade ?? "websocket"}`);
      next.write(`${lines.join("\r\n")}\r\n\r\n`);
      next.write(head);
      client.pipe(next).pipe(client);
    });
  };

  close(): void {
    this.agent.destroy();
  }

  private async ask(incoming: IncomingMessage, outgoing: ServerResponse, headers: string[]): Promise<IncomingMessage> {
    const hasBody =
      incoming.headers["content-length"] !== undefined || incoming.headers["transfer-encoding"] !== undefined;
    try {
      return await this.askOnce(incoming, outgoing, headers, hasBody);
    } catch (thrown) {
      // Next closed an idle connection while this request was on its way: nothing of it was seen.
      const stale = (thrown as { reusedSocket?: boolean }).reusedSocket === true;
      if (!stale || hasBody || outgoing.destroyed) throw thrown;
      return this.askOnce(incoming, outgoing, headers, hasBody);
    }
  }

  private askOnce(incoming: IncomingMessage, outgoing: ServerResponse, headers: string[], hasBody: boolean) {
    return new Promise<IncomingMessage>((resolve, reject) => {
      const { method, url } = incoming;
      const chunked = incoming.headers["transfer-encoding"] ? ["Transfer-Encoding", "chunked"] : [];
      const { socketPath, agent } = this;
      const asked: ClientRequest = request({ socketPath, agent, method, path: url, headers: [...headers, ...chunked] });
      asked.once("response", resolve);
      asked.once("error", (thrown) => reject(Object.assign(thrown, { reusedSocket: asked.reusedSocket })));
      outgoing.once("close", () => asked.destroy()); // the caller left: Next may stop, too
      if (hasBody) incoming.pipe(asked);
      else asked.end();
    });
  }

  /** Next does not say which methods an address takes when it refuses one, but knows when asked. */
  private allowedMethods(incoming: IncomingMessage, host: string): Promise<string | undefined> {
    return new Promise((resolve) => {
      const { socketPath, agent } = this;
      const headers = ["Host", host, "Content-Length", "0"];
      const asked = request({ socketPath, agent, method: "OPTIONS", path: incoming.url, headers });
      asked.once("response", (reply) => {
        reply.resume();
        resolve(reply.headers.allow);
      });
      asked.once("error", () => resolve(undefined));
      asked.end();
    });
  }
}
