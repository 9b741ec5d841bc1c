import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type RequestListener, request, type Server } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Env } from "@/server/env";
import { type Served, serve } from "./testing/serve";

process.env.DATABASE_URL ??= "postgresql://127.0.0.1/none";
process.env.REDIS_URL ??= "redis://127.0.0.1:1";
process.env.NEXTAUTH_SECRET ??= "a secret that signs nothing here, but is long enough";
process.env.LOG_LEVEL ??= "silent";
const { NextProxy } = await import("./proxy-next");

const settings = { NODE_ENV: "production", S3_REGION: "auto", TRUST_PROXY: undefined } as Env;
let folder: string;
let next: Server | null = null;
let front: Served;
let proxy: InstanceType<typeof NextProxy>;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "front-"));
  proxy = new NextProxy(path.join(folder, "next.sock"), settings);
  front = await serve(proxy.handle);
});
afterEach(async () => {
  await front.close();
  proxy.close();
  next?.closeAllConnections();
  await new Promise((resolve) => (next ? next.close(resolve) : resolve(null)));
  next = null;
  await rm(folder, { recursive: true, force: true });
});

/** What stands behind the front: any server on the socket will do. */
async function behind(listener: RequestListener): Promise<Server> {
  next = createServer(listener);
  await new Promise<void>((resolve) => next!.listen(path.join(folder, "next.sock"), resolve));
  return next;
}

test("Next sees the caller as the front does, and no header that the caller made up", async () => {
  let seen: IncomingMessage["headers"] = {};
  await behind((incoming, outgoing) => {
    seen = incoming.headers;
    outgoing.end("ok");
  });
  await front.ask("/library?tab=1", {
    headers: {
      Host: "tv.example",
      "X-Forwarded-For": "6.6.6.6",
      "X-Forwarded-Host": "evil.example",
      "X-Forwarded-Uri": "/elsewhere",
      Forwarded: "for=6.6.6.6",
      "X-Middleware-Subrequest": "x",
      "Content-Security-Policy": "script-src *",
      Cookie: "a=b",
    },
  });
  expect(seen).toMatchObject({
    host: "tv.example",
    cookie: "a=b",
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-host": "tv.example",
    "x-forwarded-proto": "http",
    "x-forwarded-uri": "/library?tab=1",
  });
  expect(seen.forwarded).toBeUndefined();
  expect(seen["x-middleware-subrequest"]).toBeUndefined();
  expect(seen["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic'/);
});

test("the policy that the browser gets has the nonce that Next got, and a new one each time", async () => {
  const nonces: string[] = [];
  await behind((incoming, outgoing) => {
    nonces.push(String(incoming.headers["content-security-policy"]));
    outgoing.setHeader("Content-Security-Policy", "script-src *");
    outgoing.end("<html></html>");
  });
  const replies = [await front.ask("/"), await front.ask("/")];
  expect(replies.map((reply) => reply.headers["content-security-policy"])).toEqual(nonces);
  expect(new Set(nonces).size).toBe(2);
  expect(replies[0]!.headers["x-content-type-options"]).toBe("nosniff");
});

test("repeated headers, the status line and a compressed body pass unchanged", async () => {
  await behind((_, outgoing) => {
    outgoing.writeHead(207, "Many", ["Set-Cookie", "a=1", "Set-Cookie", "b=2", "Content-Encoding", "gzip"]);
    outgoing.end(Buffer.from([1, 2, 3]));
  });
  const { status, headers, body } = await front.ask("/anything");
  expect([status, headers["set-cookie"], [...body]]).toEqual([207, ["a=1", "b=2"], [1, 2, 3]]);
});

test("a large body goes both ways whole, held up by the slower side", async () => {
  await behind((incoming, outgoing) => {
    outgoing.writeHead(200);
    incoming.on("data", (chunk: Buffer) => {
      if (!outgoing.write(chunk)) {
        incoming.pause();
        outgoing.once("drain", () => incoming.resume());
      }
    });
    incoming.on("end", () => outgoing.end());
  });
  const chunk = Buffer.alloc(1 << 20, 7);
  const sent = createHash("sha256");
  const received = createHash("sha256");
  await new Promise<void>((resolve, reject) => {
    const asked = request({ port: front.port, method: "POST", path: "/v1/x" }, (reply) => {
      reply.on("data", (part) => received.update(part));
      reply.on("end", resolve);
    });
    asked.on("error", reject);
    let left = 64;
    const write = () => {
      while (left-- > 0) {
        sent.update(chunk);
        if (!asked.write(chunk)) return void asked.once("drain", write);
      }
      asked.end();
    };
    write();
  });
  expect(received.digest("hex")).toBe(sent.digest("hex"));
});

test("a caller who leaves ends the request behind the front, too", async () => {
  let ended = false;
  await behind((_, outgoing) => {
    outgoing.write("event: kpi\n\n");
    outgoing.on("close", () => {
      ended = true;
    });
  });
  const abort = new AbortController();
  const reply = await fetch(`http://127.0.0.1:${front.port}/v1/stream`, { signal: abort.signal });
  await reply.body!.getReader().read();
  abort.abort();
  await expect.poll(() => ended).toBe(true);
});

test("what Next answers of an API by itself can be told apart too; pages need no id", async () => {
  await behind((_, outgoing) => outgoing.writeHead(204).end());
  const idOf = async (path: string) => (await front.ask(path, { method: "OPTIONS" })).headers["x-request-id"];
  const [first, second] = [await idOf("/v1/me"), await idOf("/api/v1/import")];
  expect(first).toMatch(/^req_|^[0-9a-f-]{20,}/);
  expect(second).not.toBe(first);
  expect(await idOf("/library")).toBeUndefined();
});

describe("errors under /v1 that have no envelope get one", () => {
  test("405 names the methods that the address takes", async () => {
    await behind((incoming, outgoing) => {
      if (incoming.method === "OPTIONS") outgoing.setHeader("Allow", "GET, HEAD, OPTIONS, POST");
      outgoing.writeHead(incoming.method === "OPTIONS" ? 204 : 405).end();
    });
    const { status, headers, text } = await front.ask("/v1/creator/channels", { method: "DELETE" });
    expect([status, headers.allow]).toEqual([405, "GET, HEAD, OPTIONS, POST"]);
    expect(JSON.parse(text).error).toMatchObject({
      code: "request.method_not_allowed",
      requestId: headers["x-request-id"],
    });
  });

  test.each([
    [404, "resource.not_found"],
    [400, "request.malformed"],
    [413, "request.too_large"],
    [410, "request.invalid"],
    [500, "server.error"],
    [503, "server.unavailable"],
  ])("%d is %s", async (status, code) => {
    await behind((_, outgoing) => {
      outgoing.writeHead(status, { "Content-Type": "text/html", "Tus-Resumable": "1.0.0" });
      outgoing.end("<h1>no</h1>");
    });
    const reply = await front.ask("/v1/nothing", { headers: { Accept: "text/html" } });
    expect([reply.status, JSON.parse(reply.text).error.code]).toEqual([status, code]);
    expect(reply.headers["tus-resumable"]).toBe("1.0.0");
  });

  test("JSON errors, and those of pages and the import API, pass unchanged", async () => {
    await behind((incoming, outgoing) => {
      outgoing.writeHead(404, { "Content-Type": incoming.url === "/v1/x" ? "application/json" : "text/html" });
      outgoing.end("theirs");
    });
    for (const address of ["/v1/x", "/api/v1/import", "/watch/none"])
      expect((await front.ask(address)).text).toBe("theirs");
  });
});

describe("while Next is away", () => {
  test("programs get 503 in the envelope, people a page that tries again", async () => {
    const program = await front.ask("/v1/creator/channels", { method: "POST", body: "{}" });
    expect([program.status, JSON.parse(program.text).error.code]).toEqual([503, "server.unavailable"]);
    expect(program.headers["retry-after"]).toBeDefined();
    const imports = await front.ask("/api/v1/import", { method: "POST", body: "{}" });
    expect([imports.status, JSON.parse(imports.text)]).toEqual([503, { detail: expect.stringContaining("again") }]);
    const page = await front.ask("/library", { headers: { Accept: "text/html,*/*" } });
    expect([page.status, page.headers["content-type"]]).toEqual([503, "text/html; charset=utf-8"]);
    expect(page.text).toContain('http-equiv="refresh"');
  });

  test("a restart of Next costs no request that came after it", async () => {
    const answer: RequestListener = (_, outgoing) => void outgoing.end("ok");
    const before = await behind(answer);
    expect((await front.ask("/")).text).toBe("ok");
    before.closeAllConnections();
    await new Promise((resolve) => before.close(resolve));
    await behind(answer);
    expect((await front.ask("/")).text).toBe("ok");
  });
});

test("upgraded connections pass through", async () => {
  const server = await behind((_, outgoing) => void outgoing.end());
  server.on("upgrade", (incoming, socket) => {
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: ${incoming.headers.upgrade}\r\nConnection: Upgrade\r\n\r\n`,
    );
    socket.pipe(socket);
  });
  const upgrading = createServer().on("upgrade", proxy.upgrade);
  await new Promise<void>((resolve) => upgrading.listen(0, "127.0.0.1", resolve));
  const client = connect((upgrading.address() as { port: number }).port, "127.0.0.1");
  client.write("GET /_next/hmr HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  const seen = await new Promise<string>((resolve) => {
    let text = "";
    client.on("data", (chunk) => {
      text += chunk;
      if (text.endsWith("\r\n\r\n")) client.write("ping");
      if (text.endsWith("ping")) resolve(text);
    });
  });
  expect(seen).toMatch(/^HTTP\/1.1 101/);
  client.destroy();
  await new Promise((resolve) => upgrading.close(resolve));
});
