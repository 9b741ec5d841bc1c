import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Env } from "@/server/env";
import { type Served, serve } from "./testing/serve";

process.env.DATABASE_URL ??= "postgresql://127.0.0.1/none";
process.env.REDIS_URL ??= "redis://127.0.0.1:1";
process.env.NEXTAUTH_SECRET ??= "a secret that signs nothing here, but is long enough";
process.env.LOG_LEVEL ??= "silent";
const { isTvPath, tvAppHandler } = await import("./tv-app");

const settings = { NODE_ENV: "production", S3_REGION: "auto", TRUST_PROXY: undefined } as Env;
const SCRIPT = "console.log('television');".repeat(50);

let folder: string;
let served: Served;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tv-app-"));
  served = await serve(tvAppHandler(settings, folder));
});
afterEach(async () => {
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

async function built() {
  await writeFile(path.join(folder, "app.ABC.js"), SCRIPT);
  await writeFile(path.join(folder, "notes.txt"), "not for anybody");
  await writeFile(path.join(folder, "index.html"), '<script src="/tv/app.ABC.js" nonce="{{nonce}}"></script>');
}

test("the page carries a nonce of its own that its policy names, and may not be framed", async () => {
  await built();
  const [one, two] = [await served.ask("/tv"), await served.ask("/tv?from=menu")];
  const nonces = [one, two].map(({ text }) => /nonce="([^"]+)"/.exec(text)?.[1]);
  expect(new Set(nonces).size).toBe(2);
  expect(one.headers["content-security-policy"]).toContain(`'nonce-${nonces[0]}' 'strict-dynamic'`);
  expect(one.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
  });
});

test("its files stay for ever, compressed for whoever takes that", async () => {
  await built();
  const plain = await served.ask("/tv/app.ABC.js");
  expect([plain.text, plain.headers["cache-control"]]).toEqual([SCRIPT, "public, max-age=31536000, immutable"]);
  expect(plain.headers["content-encoding"]).toBeUndefined();
  const zipped = await served.ask("/tv/app.ABC.js", { headers: { "Accept-Encoding": "gzip" } });
  expect(zipped.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
  expect(gunzipSync(zipped.body).toString()).toBe(SCRIPT);
  const head = await served.ask("/tv/app.ABC.js", { method: "HEAD" });
  expect([head.status, head.text, head.headers["content-length"]]).toEqual([200, "", String(SCRIPT.length)]);
});

test("nothing but its own files is there, and nothing can be sent to it", async () => {
  await built();
  for (const address of ["/tv/", "/tv/notes.txt", "/tv/index.html", "/tv/../package.json", "/tv/app.OLD.js"]) {
    expect((await served.ask(address)).status, address).toBe(404);
  }
  expect((await served.ask("/tv", { method: "POST" })).status).toBe(405);
});

test("without a build it says so, and goes on once there is one", async () => {
  expect((await served.ask("/tv")).status).toBe(503);
  await built();
  expect((await served.ask("/tv")).status).toBe(200);
});

test("addresses of other pages are not taken", () => {
  expect(["/tv", "/tv/app.js", "/tvs", "/v1/tv", "/tv.html"].map(isTvPath)).toEqual([true, true, false, false, false]);
});
