import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { headersForNext } from "./next-headers";
import { type Served, serve } from "./testing/serve";
import {
  answerUnreadable,
  isBrokenApiPath,
  isUnreadablePath,
  sendBrokenApiPath,
  sendUnreadablePath,
} from "./unreadable";

let served: Served;
beforeAll(async () => {
  served = await serve(sendUnreadablePath);
});
afterAll(() => served.close());

test.each(["/v1/%", "/v1/%zz", "/v1/%c0%af", "/v1/%ed%a0%80", "/v1/%E0%80"])("%s is unreadable", (path) => {
  expect(isUnreadablePath(path)).toBe(true);
});

test.each(["/", "/v1/a%20b", "/v1/%f0%9f%91%a9", "/v1/%252e", "/v1/%2e%2e%2f"])("%s can be read", (path) => {
  expect(isUnreadablePath(path)).toBe(false);
});

test("an unreadable address is answered in the shape of its API", async () => {
  const v1 = await served.ask("/v1/%");
  expect(v1.status).toBe(400);
  expect(JSON.parse(v1.text)).toMatchObject({
    error: { code: "request.malformed", requestId: v1.headers["x-request-id"] },
  });
  const imports = await served.ask("/api/v1/import/jobs/%");
  expect(imports.status).toBe(400);
  expect(JSON.parse(imports.text)).toEqual({ detail: expect.stringContaining("not encoded") });
});

test("an address of the API with a part that names nothing is nothing, and no redirect", async () => {
  const empty = ["/v1/", "/v1/channels/", "/v1/channels//epg", "/api/v1/import/"];
  const dots = ["/v1/..", "/v1/%2e%2e/library", "/v1/channels/%2E", "/v1/channels/.%2e/epg", "/v1/channels\\epg"];
  for (const path of [...empty, ...dots]) expect(isBrokenApiPath(path), path).toBe(true);
  for (const path of ["/", "/v1", "/v1/channels", "/v1/a.b", "/v1/...", "/v1/%2e%2e%2fx", "/library/", "/api/auth/"])
    expect(isBrokenApiPath(path), path).toBe(false);
  const broken = await serve(sendBrokenApiPath);
  const [v1, imports] = [await broken.ask("/v1/channels/"), await broken.ask("/api/v1/import/")];
  await broken.close();
  expect(JSON.parse(v1.text)).toMatchObject({ error: { code: "resource.not_found" } });
  expect([imports.status, JSON.parse(imports.text)]).toEqual([404, { detail: "Not Found" }]);
});

const ENVELOPE = { error: { code: "request.malformed" } };

test.each([
  [431, `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, ENVELOPE],
  [
    431,
    `POST /api/v1/import?q=${"x".repeat(20_000)} HTTP/1.1\r\n\r\n`,
    { detail: expect.stringContaining("too long") },
  ],
  [400, "HELO lineup\r\n\r\n", ENVELOPE],
])("what is no request is answered %i in the shape of its API", async (status, sent, shape) => {
  const server = createServer(() => {}).on("clientError", answerUnreadable);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.write(sent);
    const [head = "", body = ""] = (await text(socket)).split("\r\n\r\n");
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(body)).toMatchObject(shape);
  } finally {
    server.close();
  }
});

test("of the API nobody asks by the headers of Next's own pages; the pages do", () => {
  const rawHeaders = ["RSC", "1", "Next-Router-Prefetch", "1", "X-Nextjs-Data", "1", "Accept", "*/*"];
  const from = { address: "::1", host: "tv.example.com", proto: "https" } as never;
  const passed = (url: string) => headersForNext({ url, rawHeaders, headers: {} } as never, from, "").slice(0, 8);
  for (const url of ["/v1/me", "/v1?x", "/api/v1/import"])
    expect(passed(url).slice(0, 2), url).toEqual(["Accept", "*/*"]);
  for (const url of ["/library", "/v1x"]) expect(passed(url), url).toEqual(rawHeaders);
});
