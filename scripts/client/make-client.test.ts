import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { API_CLIENT_FOLDER } from "../prepare/artifacts";
import { compileClient } from "./compile-client";
import { DEFAULT_ORIGIN, makeClient } from "./make-client";
import { readDocument } from "./read-document";

const run = promisify(execFile);
let fresh: string;

beforeAll(async () => {
  fresh = await mkdtemp(path.join(os.tmpdir(), "lineup-client-"));
  await makeClient(await readDocument(DEFAULT_ORIGIN), fresh);
}, 120_000);
afterAll(() => rm(fresh, { recursive: true, force: true }));

/** Sources of a folder by name. */
async function sourcesOf(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".ts")).sort();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(path.join(folder, file), "utf8")] as const)),
  );
}

test("the client in use is the one of the present description; else: npm run client:build", async () => {
  const [used, made] = await Promise.all([sourcesOf(API_CLIENT_FOLDER), sourcesOf(fresh)]);
  expect(Object.keys(used)).toEqual(Object.keys(made));
  for (const [file, source] of Object.entries(made)) expect(used[file] === source, file).toBe(true);
});

test("the client imports nothing but its own files", async () => {
  const sources = Object.values(await sourcesOf(fresh)).join("\n");
  const imported = [...sources.matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!);
  expect(imported.length).toBeGreaterThan(0);
  expect(imported.filter((name) => !name.startsWith("./") && !name.startsWith("../"))).toEqual([]);
});

test("every operation of the description is a function", async () => {
  const { paths } = await readDocument(DEFAULT_ORIGIN);
  const ids = Object.values(paths as Record<string, Record<string, { operationId: string }>>)
    .flatMap((methods) => Object.values(methods))
    .map(({ operationId }) => operationId.toLowerCase());
  const sdk = await readFile(path.join(fresh, "sdk.gen.ts"), "utf8");
  const functions = Array.from(sdk.matchAll(/export const (\w+) = </g), ([, name = ""]) => name.toLowerCase());
  expect(functions.sort()).toEqual(ids.sort());
});

test("compiled, it runs in plain Node: it sends the key and tells replies from typed errors", {
  timeout: 120_000,
}, async () => {
  const server = createServer((request, reply) => {
    const isKnown = request.headers.authorization === "Bearer vk_live_1";
    reply.writeHead(isKnown ? 200 : 401, { "Content-Type": "application/json" });
    reply.end(
      JSON.stringify(
        isKnown ? { user: { name: "Ada" }, path: request.url } : { error: { code: "auth.unauthenticated" } },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await compileClient(fresh);
    const program = `
      import { client } from "./client.gen.js";
      import { getContent, getMe } from "./index.js";
      client.setConfig({ baseUrl: "http://127.0.0.1:${(server.address() as AddressInfo).port}", auth: "vk_live_1" });
      const me = await getMe();
      const item = await getContent({ path: { id: "a b" } });
      const { error, response } = await getMe({ auth: "vk_live_2" });
      console.log(JSON.stringify([me.data.user.name, item.data.path, response.status, error.error.code]));`;
    await writeFile(path.join(fresh, "program.mjs"), program);
    const { stdout } = await run(process.execPath, [path.join(fresh, "program.mjs")]);
    expect(JSON.parse(stdout)).toEqual(["Ada", "/v1/creator/content/a%20b", 401, "auth.unauthenticated"]);
  } finally {
    server.close();
  }
});
