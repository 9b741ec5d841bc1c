import { mkdtemp, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startedAt } from "./identity";
import { stopLeftovers } from "./leftovers";
import { startPostgres } from "./postgres";
import { Supervisor } from "./supervisor";

let folder: string;
let supervisors: Supervisor[];

function newSupervisor(): Supervisor {
  const supervisor = new Supervisor({ runDir: folder, logDir: folder }, () => {});
  supervisors.push(supervisor);
  return supervisor;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

async function postmaster(): Promise<number> {
  return Number((await readFile(path.join(folder, "postgres/data/postmaster.pid"), "utf8")).split("\n")[0]);
}

beforeEach(async () => {
  folder = await mkdtemp(path.resolve(".lineup/test/postgres-"));
  supervisors = [];
});

afterEach(async () => {
  for (const supervisor of supervisors) await supervisor.stopAll();
  await rm(folder, { recursive: true, force: true });
});

test("what was committed is there after kill -9 of the server", async () => {
  const url = await startPostgres(newSupervisor(), path.join(folder, "postgres"));
  await query(url, "CREATE TABLE kept AS SELECT 7 AS figure");
  process.kill(await postmaster(), "SIGKILL");
  const again = await startPostgres(newSupervisor(), path.join(folder, "postgres"));
  expect(await query(again, "SELECT figure FROM kept")).toEqual([{ figure: 7 }]);
});

test("a server that a killed start left running is stopped, and its folder used again", async () => {
  const url = await startPostgres(newSupervisor(), path.join(folder, "postgres"));
  await query(url, "CREATE TABLE kept AS SELECT 7 AS figure");
  const orphan = await postmaster();
  // The launcher that wrote the record is gone: its number is not given to anyone.
  await rename(path.join(folder, `processes-${process.pid}.json`), path.join(folder, "processes-4194304.json"));
  expect(await stopLeftovers(folder)).toEqual(["postgres"]);
  expect(startedAt(orphan)).toBeNull();
});

test("a server that no record names is found by its folder", async () => {
  await startPostgres(newSupervisor(), path.join(folder, "postgres"));
  const orphan = await postmaster();
  const again = await startPostgres(newSupervisor(), path.join(folder, "postgres"));
  expect(startedAt(orphan)).toBeNull();
  expect(await query(again, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a server that dies is started again at the same address", async () => {
  const supervisor = newSupervisor();
  const url = await startPostgres(supervisor, path.join(folder, "postgres"));
  supervisor.markStarted();
  process.kill(await postmaster(), "SIGKILL");
  await expect.poll(() => query(url, "SELECT 1 AS one").catch(() => null), { timeout: 20_000 }).toEqual([{ one: 1 }]);
});
