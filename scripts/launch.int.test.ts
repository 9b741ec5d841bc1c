import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { productLock } from "./prepare/settings";
import { takeLock } from "./services/lock.mjs";
import { freePort } from "./services/ports";

let folder: string;
let started: ChildProcess[];
let servers: Server[];

beforeEach(async () => {
  folder = await mkdtemp(path.resolve(".lineup/test/launch-"));
  started = [];
  servers = [];
});

afterEach(async () => {
  for (const child of started) child.kill("SIGKILL");
  for (const server of servers) server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a mode of the launcher as on a machine with those settings only, to its end. */
async function launch(mode: string, settings: Record<string, string>, args: string[] = []) {
  const port = String(await freePort());
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, LINEUP_DIR: folder, PORT: port, ...settings } as unknown as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ["scripts/launch.mjs", mode, ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said: said.trim() };
}

describe("a start that cannot succeed says why in one sentence and exits with 1", () => {
  test("the port is in use", async () => {
    const server = createServer().listen(0);
    servers.push(server);
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    const { code, said } = await launch("start", { PORT: String(port) });
    expect(said).toBe(
      `Port ${port} is in use by another program. Stop that one, or choose another: PORT=${port + 1} npm start`,
    );
    expect(code).toBe(1);
  });

  test("PostgreSQL does not answer, and its password is not shown", async () => {
    const port = await freePort();
    const { code, said } = await launch("start", { DATABASE_URL: `postgresql://me:secret@127.0.0.1:${port}/x` });
    expect(said).toBe(
      `PostgreSQL cannot be reached at 127.0.0.1:${port} (connect ECONNREFUSED 127.0.0.1:${port}). Check DATABASE_URL.`,
    );
    expect(code).toBe(1);
  });

  test("Redis does not answer", async () => {
    const port = await freePort();
    const { code, said } = await launch("start", { REDIS_URL: `redis://127.0.0.1:${port}` });
    expect(said).toBe(
      `Redis cannot be reached at 127.0.0.1:${port} (connect ECONNREFUSED 127.0.0.1:${port}). Check REDIS_URL.`,
    );
    expect(code).toBe(1);
  });

  test("the bucket cannot be reached", async () => {
    const port = await freePort();
    const { code, said } = await launch("start", {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: "films",
      S3_ACCESS_KEY_ID: "id",
      S3_SECRET_ACCESS_KEY: "secret",
    });
    expect(said).toMatch(
      new RegExp(`^The bucket films at http://127.0.0.1:${port} cannot be used \\(.+\\)\\. Check the S3_ settings\\.$`),
    );
    expect(code).toBe(1);
  });

  test("a setting is wrong", async () => {
    const { code, said } = await launch("start", { DATABASE_URL: "mysql://x", SIGNUP: "maybe" });
    expect(said).toMatch(
      /^These settings are missing or wrong:\n {2}DATABASE_URL: must begin with postgresql:\/\/\n {2}SIGNUP: /,
    );
    expect(code).toBe(1);
  });

  test("a program is not where FFMPEG_PATH says", async () => {
    const { code, said } = await launch("start", { FFMPEG_PATH: "/nowhere/ffmpeg" });
    expect(said).toBe("/nowhere/ffmpeg is not a program that can be run. Check FFMPEG_PATH and FFPROBE_PATH.");
    expect(code).toBe(1);
  });

  test("the data folder is a file", async () => {
    const file = path.join(folder, "file");
    await writeFile(file, "");
    const { code, said } = await launch("start", { LINEUP_DIR: file });
    expect(said).toBe(`The data folder ${file} cannot be written to (EEXIST).`);
    expect(code).toBe(1);
  });

  test("Lineup is being started on the same folder", async () => {
    const lock = await takeLock(productLock(folder));
    try {
      const { code, said } = await launch("start", {});
      expect(said).toBe(`Lineup is already being started on ${folder}.`);
      expect(code).toBe(1);
    } finally {
      await lock?.release();
    }
  });

  test("a part of the product has neither settings nor a running product", async () => {
    const { code, said } = await launch("worker", {});
    expect(said).toMatch(/DATABASE_URL: .+\n {2}REDIS_URL: .+\n {2}NEXTAUTH_SECRET: .+\nWithout settings of its own/);
    expect(code).toBe(1);
  });

  test("the command line finds no installation", async () => {
    const { code, said } = await launch("cli", {}, ["keys", "expire", "01936f4e-0000-7000-8000-000000000000"]);
    expect(said).toMatch(/^Lineup does not run here\./);
    expect(code).toBe(1);
  });

  test("the secrets are damaged", async () => {
    await writeFile(path.join(folder, "secrets.json"), "{");
    chmodSync(path.join(folder, "secrets.json"), 0o600);
    const { code, said } = await launch("start", {});
    expect(said).toMatch(/secrets\.json is damaged\. Restore it, or remove it/);
    expect(code).toBe(1);
  });
});
