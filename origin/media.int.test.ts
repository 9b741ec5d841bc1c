import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { slateTable } from "@/server/playout/slate-table";
import { storage } from "@/server/storage/create-storage";
import { mediaHandler, slateHandler } from "./media";
import { type Served, serve } from "./testing/serve";

const bytes = randomBytes(300_000);
const folder = `media/${randomUUID()}/${randomUUID()}`;
const path = `/${folder}/1080p/00000.m4s`;
let origin: Served;
beforeAll(async () => {
  await storage().put(path.slice(1), bytes, { contentType: "video/iso.segment" });
  await storage().put(`${folder}/empty.vtt`, new Uint8Array(), { contentType: "text/vtt" });
  await storage().put("sources/private.mp4", bytes, { contentType: "video/mp4" });
  origin = await serve(mediaHandler());
});
afterAll(() => origin.close());

test("200: a stored file, with its type and a year to keep it", async () => {
  const { status, headers, body } = await origin.ask(path);
  expect(status).toBe(200);
  expect(body.equals(bytes)).toBe(true);
  expect(headers).toMatchObject({
    "content-length": "300000",
    "content-type": "video/iso.segment",
    "cache-control": "public, max-age=31536000, immutable",
    "accept-ranges": "bytes",
    "access-control-allow-origin": "*",
  });
  expect(Date.parse(headers["last-modified"]!)).toBeGreaterThan(0);
});

test("200: HEAD has the headers of GET and no body; an empty file is no error", async () => {
  const { status, headers, body } = await origin.ask(path, { method: "HEAD" });
  expect([status, headers["content-length"], body.length]).toEqual([200, "300000", 0]);
  const empty = await origin.ask(`/${folder}/empty.vtt`);
  expect([empty.status, empty.headers["content-length"]]).toEqual([200, "0"]);
});

describe("206", () => {
  test.each([
    ["bytes=0-99", 0, 99],
    ["bytes=299990-", 299_990, 299_999],
    ["bytes=-5", 299_995, 299_999],
    ["bytes=1000-9999999", 1000, 299_999],
    ["bytes=-9999999", 0, 299_999],
  ])("%s", async (range, first, last) => {
    const { status, headers, body } = await origin.ask(path, { headers: { Range: range } });
    expect([status, headers["content-range"]]).toEqual([206, `bytes ${first}-${last}/300000`]);
    expect(body.equals(bytes.subarray(first, last + 1))).toBe(true);
  });
});

test("If-Range: the part when the file is still the same, else all of it", async () => {
  const { etag, "last-modified": modified } = (await origin.ask(path, { method: "HEAD" })).headers;
  const status = async (condition: string) =>
    (await origin.ask(path, { headers: { Range: "bytes=0-9", "If-Range": condition } })).status;
  expect(await status(etag!)).toBe(206);
  expect(await status(modified!)).toBe(206);
  expect(await status('"another"')).toBe(200);
  expect(await status(`W/${etag}`)).toBe(200);
  expect(await status("Mon, 01 Jan 2001 00:00:00 GMT")).toBe(200);
});

test("several ranges, another unit and a malformed range get the whole file", async () => {
  for (const Range of ["bytes=0-1,5-6", "lines=0-1", "bytes=9-3", "bytes=a-b", "bytes=-"]) {
    expect((await origin.ask(path, { headers: { Range } })).status).toBe(200);
  }
});

test("304: If-None-Match and If-Modified-Since", async () => {
  const { etag, "last-modified": modified } = (await origin.ask(path, { method: "HEAD" })).headers;
  const status = async (headers: Record<string, string>) => (await origin.ask(path, { headers })).status;
  expect(await status({ "If-None-Match": etag! })).toBe(304);
  expect(await status({ "If-None-Match": `"x", W/${etag}` })).toBe(304);
  expect(await status({ "If-None-Match": "*" })).toBe(304);
  expect(await status({ "If-Modified-Since": modified! })).toBe(304);
  expect(await status({ "If-None-Match": '"x"', "If-Modified-Since": modified! })).toBe(200);
});

test("416: a range with no byte in it names the size", async () => {
  for (const Range of ["bytes=300000-", "bytes=-0"]) {
    const { status, headers } = await origin.ask(path, { headers: { Range } });
    expect([status, headers["content-range"]]).toEqual([416, "bytes */300000"]);
  }
});

test("404: nothing private, nothing outside, nothing that is a folder", async () => {
  const missing = [
    "/media/absent.mp4",
    "/media/",
    `/${folder}`,
    "/media/../sources/private.mp4",
    "/media/%2e%2e/sources/private.mp4",
    "/media/..%2fsources/private.mp4",
    "/media/..%5csources%5cprivate.mp4",
    "/media/%00",
    "/media/%E0%A4%A",
    "/media//etc/passwd",
  ];
  for (const each of missing) {
    const { status, text } = await origin.ask(each);
    expect([each, status]).toEqual([each, 404]);
    expect(JSON.parse(text).error.code).toBe("resource.not_found");
  }
});

test("a reader that leaves in the middle leaves no open file behind", async () => {
  const key = `${folder}/large.mp4`;
  await storage().put(key, randomBytes(20_000_000), { contentType: "video/mp4" });
  const open = () => process.getActiveResourcesInfo().filter((name) => /FSReq|FileHandle/.test(name)).length;
  const before = open();
  for (let index = 0; index < 20; index++) {
    const abort = new AbortController();
    const reply = await fetch(`http://127.0.0.1:${origin.port}/${key}`, { signal: abort.signal });
    await reply.body!.getReader().read();
    abort.abort();
  }
  await expect.poll(open).toBeLessThanOrEqual(before);
});

test("16: the slate is served as it is shipped, under its version for a year", async () => {
  const slate = await serve(slateHandler());
  const { status, headers } = await slate.ask(`${slateTable().baseUrl}audio/init.mp4`);
  expect([status, headers["content-type"]]).toEqual([200, "video/mp4"]);
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  const other = await slate.ask("/slate/0123456789abcdef/audio/init.mp4");
  expect([other.status, other.headers["cache-control"]]).toEqual([200, "public, max-age=300"]);
  expect((await slate.ask("/slate/../package.json")).status).toBe(404);
  await slate.close();
});
