import { createServer, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type GuardProxy, startGuardProxy } from "./guard-proxy";

let open: Server;
let hidden: Server;
let connections = 0;
let proxy: GuardProxy;
const port = (server: Server) => (server.address() as AddressInfo).port;

beforeAll(async () => {
  open = createServer((incoming, outgoing) => outgoing.end(JSON.stringify(incoming.headers)));
  hidden = createServer((_, outgoing) => outgoing.end("secret")).on("connection", () => connections++);
  for (const server of [open, hidden]) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.IMPORT_ALLOW_HOSTS = `127.0.0.1:${port(open)}`;
});
beforeEach(async () => {
  connections = 0;
  proxy = await startGuardProxy({
    maxBytes: 100_000,
    idleMs: 10_000,
    resolve: async () => [{ address: "10.0.0.1", family: 4 }],
  });
  return () => proxy.stop();
});
afterAll(() => {
  open.close();
  hidden.close();
});

const secretOf = (url: string) => {
  const { username, password } = new URL(url);
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
};

/** Status and body of a plain request through the proxy. */
function get(url: string, authorization = secretOf(proxy.url)): Promise<{ status?: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { host: new URL(url).host, "proxy-authorization": authorization };
    request({ host: "127.0.0.1", port: new URL(proxy.url).port, path: url, headers }, (reply) => {
      let text = "";
      reply.on("data", (chunk) => {
        text += chunk;
      });
      reply.on("end", () => resolve({ status: reply.statusCode, text }));
    })
      .on("error", reject)
      .end();
  });
}

/** First line of the answer to a tunnel. */
function tunnel(target: string, authorization = secretOf(proxy.url)): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(proxy.url).port), "127.0.0.1", () => {
      socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\nProxy-Authorization: ${authorization}\r\n\r\n`);
    });
    socket.once("data", (data) => {
      resolve(data.toString().split("\r\n")[0]!);
      socket.destroy();
    });
    socket.once("error", reject).once("close", () => resolve("closed"));
  });
}

describe("with its secret", () => {
  test("an opened origin answers, and hears nothing of the secret", async () => {
    const { status, text } = await get(`http://127.0.0.1:${port(open)}/a`);
    expect(status).toBe(200);
    expect(text).not.toContain("proxy-authorization");
    expect(await tunnel(`127.0.0.1:${port(open)}`)).toContain(" 200 ");
    expect(proxy.receivedBytes()).toBeGreaterThan(0);
  });

  test("private addresses and names that lead to them are refused, by request and by tunnel", async () => {
    const hosts = [
      `127.0.0.1:${port(hidden)}`,
      `localhost:${port(hidden)}`,
      `[::1]:${port(hidden)}`,
      "169.254.169.254:80",
    ];
    for (const host of [...hosts, `2130706433:${port(hidden)}`, "attacker.example.com:80", "metadata:80"]) {
      expect((await get(`http://${host}/`)).status, host).toBe(403);
      expect(await tunnel(host), host).toContain(" 403 ");
    }
    expect(connections).toBe(0);
    expect(proxy.refusals).toHaveLength(14);
  });

  test("a tunnel to what is no host and port is refused", async () => {
    for (const target of [`a@127.0.0.1:${port(open)}`, `127.0.0.1:${port(open)}/x`, ":80", "example.com:25"]) {
      expect(await tunnel(target), target).toMatch(/ 403 |^HTTP\/1.1 400|closed/);
    }
  });
});

test("without its secret nobody gets anywhere", async () => {
  for (const wrong of ["", "Basic x", secretOf("http://lineup:guess@127.0.0.1")]) {
    expect((await get(`http://127.0.0.1:${port(open)}/`, wrong)).status).toBe(407);
    expect(await tunnel(`127.0.0.1:${port(open)}`, wrong)).toContain(" 407 ");
  }
});
