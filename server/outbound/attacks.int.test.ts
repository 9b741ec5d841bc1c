import type { LookupAddress } from "node:dns";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkedAddresses } from "./checked-addresses";
import { guardedAgent } from "./connect";
import { type SafeFetchOptions, safeFetch } from "./safe-fetch";

/** Opened to us; sends wherever `?to=` says, else answers with the headers that it saw. */
let open: Server;
/** A service of the private network. It must never see a connection. */
let hidden: Server;
let connections = 0;
let openPort: number;
let hiddenPort: number;

beforeAll(async () => {
  open = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", "http://x");
    const to = url.searchParams.get("to");
    if (to !== null) return outgoing.writeHead(Number(url.searchParams.get("status") ?? 302), { location: to }).end();
    outgoing.setHeader("set-cookie", "a=b");
    outgoing.end(JSON.stringify({ headers: incoming.headers, url: incoming.url }));
  });
  hidden = createServer((_, outgoing) => outgoing.end("secret")).on("connection", () => connections++);
  openPort = await listen(open);
  hiddenPort = await listen(hidden);
  process.env.IMPORT_ALLOW_HOSTS = `127.0.0.1:${openPort},opened.example.com:${openPort}`;
});
beforeEach(() => {
  connections = 0;
});
afterAll(() => {
  open.close();
  hidden.close();
});

async function listen(server: Server, host = "127.0.0.1"): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return (server.address() as AddressInfo).port;
}

const v4 = (address: string): LookupAddress => ({ address, family: 4 });
const v6 = (address: string): LookupAddress => ({ address, family: 6 });
/** A name server of the attacker's, whose names have these addresses, one list after the other. */
function names(...answers: LookupAddress[][]) {
  let asked = 0;
  const resolve = async () => answers[Math.min(asked++, answers.length - 1)]!;
  return { resolve, asked: () => asked };
}

async function seen(address: string, options: SafeFetchOptions = {}) {
  const reply = await safeFetch(address, options);
  let text = "";
  for await (const chunk of reply.body) text += Buffer.from(chunk).toString();
  return JSON.parse(text) as { headers: Record<string, string>; url: string };
}

const REDIRECT_TARGETS = () => [
  `http://127.0.0.1:${hiddenPort}/`,
  `http://localhost:${hiddenPort}/`,
  `http://[::1]:${hiddenPort}/`,
  `http://[::ffff:127.0.0.1]:${hiddenPort}/`,
  `http://2130706433:${hiddenPort}/`,
  `http://0x7f.1:${hiddenPort}/`,
  `http://0:${hiddenPort}/`,
  `//127.1:${hiddenPort}/`,
  `http://user:secret@127.0.0.1:${hiddenPort}/`,
  `http://127.0.0.1:${openPort}@127.0.0.1:${hiddenPort}/`,
  "http://169.254.169.254/latest/meta-data/iam/security-credentials/",
  "http://[fd00:ec2::254]/latest/meta-data/",
  "http://metadata.google.internal/computeMetadata/v1/",
  "http://100.100.100.200/latest/meta-data/",
  "http://10.0.0.1/",
  "http://192.168.0.1/",
  "http://172.20.0.1:8080/",
  "http://[fe80::1]/",
  "file:///etc/passwd",
  "gopher://127.0.0.1:6379/_SHUTDOWN",
  "ftp://127.0.0.1/",
  "data:text/plain,hello",
  "http://redis:6379/",
  "http://224.0.0.251/",
];

describe("a redirect into a private place is refused, and nobody there hears of it", () => {
  test.each([301, 302, 303, 307, 308])("by status %d", async (status) => {
    for (const target of REDIRECT_TARGETS()) {
      const address = `http://127.0.0.1:${openPort}/?status=${status}&to=${encodeURIComponent(target)}`;
      await expect(safeFetch(address), target).rejects.toMatchObject({ code: "url.refused" });
    }
    expect(connections).toBe(0);
  });

  test("also behind a chain of harmless redirects", async () => {
    const hop = (to: string) => `http://127.0.0.1:${openPort}/?to=${encodeURIComponent(to)}`;
    const address = hop(hop(hop(`http://127.0.0.1:${hiddenPort}/`)));
    await expect(safeFetch(address)).rejects.toMatchObject({ code: "url.refused" });
    expect(connections).toBe(0);
  });
});

describe("a name that leads to a private place is refused", () => {
  const ANSWERS: [string, LookupAddress[]][] = [
    ["this machine", [v4("127.0.0.1")]],
    ["this machine, IPv6", [v6("::1")]],
    ["a private network", [v4("10.1.2.3")]],
    ["the metadata service", [v4("169.254.169.254")]],
    ["a unique local address", [v6("fd00::1")]],
    ["a mapped address", [v6("::ffff:127.0.0.1")]],
    ["a link-local address with a zone", [v6("fe80::1%lo")]],
    ["public IPv4 first, private IPv4 second", [v4("8.8.8.8"), v4("127.0.0.1")]],
    ["public IPv4 beside private IPv6", [v4("8.8.8.8"), v6("::1")]],
    ["public IPv6 beside private IPv4", [v6("2606:4700::1111"), v4("192.168.1.1")]],
    ["a translated private address", [v6("64:ff9b::c0a8:101")]],
  ];
  test.each(ANSWERS)("%s", async (_, addresses) => {
    const agent = guardedAgent(names(addresses).resolve);
    const address = `http://attacker.example.com:${hiddenPort}/`;
    await expect(safeFetch(address, { agent })).rejects.toMatchObject({ code: "url.refused" });
    const viaRedirect = `http://127.0.0.1:${openPort}/?to=${encodeURIComponent(address)}`;
    // The opened origin is an address and needs no name server, so the agent's answers are the attacker's.
    await expect(safeFetch(viaRedirect, { agent })).rejects.toMatchObject({ code: "url.refused" });
    expect(connections).toBe(0);
  });

  test("a name that changes between two looks is judged each time, and looked up once per connection", async () => {
    const dns = names([v4("8.8.8.8")], [v4("127.0.0.1")]);
    const url = new URL(`http://rebinding.example.com:${hiddenPort}/`);
    expect(await checkedAddresses(url, dns.resolve)).toEqual([v4("8.8.8.8")]);
    await expect(safeFetch(url, { agent: guardedAgent(dns.resolve) })).rejects.toMatchObject({ code: "url.refused" });
    expect(dns.asked()).toBe(2);
    expect(connections).toBe(0);
  });

  test("the connection goes to the address that was judged, whatever the name says a moment later", async () => {
    const dns = names([v4("127.0.0.1")], [v4("127.0.0.2")]);
    const agent = guardedAgent(dns.resolve);
    const reply = await seen(`http://opened.example.com:${openPort}/pinned`, { agent });
    expect(reply).toMatchObject({ url: "/pinned", headers: { host: `opened.example.com:${openPort}` } });
    expect(dns.asked()).toBe(1);
  });

  test("our own public address is a private place, too", async () => {
    const { networkInterfaces } = await import("node:os");
    const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    for (const { address, family } of own) {
      const dns = names([{ address, family: family === "IPv6" ? 6 : 4 }]);
      const url = new URL(`http://ourselves.example.com:${hiddenPort}/`);
      await expect(checkedAddresses(url, dns.resolve)).rejects.toMatchObject({ code: "url.refused" });
    }
  });
});

describe("an opened origin", () => {
  test("answers, on exactly its port", async () => {
    expect((await seen(`http://127.0.0.1:${openPort}/a`)).url).toBe("/a");
    await expect(safeFetch(`http://127.0.0.1:${hiddenPort}/`)).rejects.toMatchObject({ code: "url.refused" });
  });

  test("sees no cookie of an earlier answer", async () => {
    await seen(`http://127.0.0.1:${openPort}/`);
    expect((await seen(`http://127.0.0.1:${openPort}/`)).headers.cookie).toBeUndefined();
  });

  test("is reached directly, whatever proxy the environment names", async () => {
    process.env.http_proxy = `http://127.0.0.1:${hiddenPort}`;
    process.env.HTTP_PROXY = process.env.http_proxy;
    try {
      expect((await seen(`http://127.0.0.1:${openPort}/direct`)).url).toBe("/direct");
    } finally {
      delete process.env.http_proxy;
      delete process.env.HTTP_PROXY;
    }
    expect(connections).toBe(0);
  });
});

describe("user name and password", () => {
  const auth = (user: string) => `Basic ${Buffer.from(user).toString("base64")}`;

  test("go to the origin of their URL, also after a redirect inside it", async () => {
    const to = encodeURIComponent("/next");
    const reply = await seen(`http://ada:s%20cret@127.0.0.1:${openPort}/?to=${to}`);
    expect(reply).toMatchObject({ url: "/next", headers: { authorization: auth("ada:s cret") } });
  });

  test("are told to no other origin, and none are taken from a redirect", async () => {
    const agent = guardedAgent(names([v4("127.0.0.1")]).resolve);
    const to = encodeURIComponent(`http://eve:x@opened.example.com:${openPort}/other`);
    const reply = await seen(`http://ada:secret@127.0.0.1:${openPort}/?to=${to}`, { agent });
    expect(reply.url).toBe("/other");
    expect(reply.headers.authorization).toBeUndefined();
  });
});

test("a circle of redirects ends", async () => {
  const address = `http://127.0.0.1:${openPort}/?to=${encodeURIComponent("/?to=/%3Fto%3D%2F")}`;
  await expect(safeFetch(address, { limits: { redirects: 1 } })).rejects.toMatchObject({ code: "url.redirect_loop" });
});
