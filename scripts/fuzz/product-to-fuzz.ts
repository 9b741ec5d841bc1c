import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { settingsOfRunning } from "../prepare/settings";
import { Refusal } from "../refusal";
import { freePort } from "../services/ports";
import { tied } from "../services/tied.mjs";

const START_TIMEOUT_MS = 600_000;
const STOP_TIMEOUT_MS = 30_000;
/** Requests tell where they come from, as behind a proxy, so that limits by address do not end the run. */
const LOOPBACK = "127.0.0.0/8,::1/128";

export interface Product {
  origin: string;
  settings: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts the product in a folder and on a port of its own, and removes both at the end. */
export async function startProduct(say: (line: string) => void): Promise<Product> {
  const parent = path.resolve(".lineup/fuzz");
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(path.join(parent, "run-"));
  const logFile = path.join(parent, "product.log");
  const log = createWriteStream(logFile);
  const env = { PORT: String(await freePort()), LINEUP_DIR: folder, TRUST_PROXY: LOOPBACK, LOG_LEVEL: "warn" };
  // Ended by the kernel when the fuzzer is killed.
  const [command, args] = tied("SIGTERM", process.execPath, ["scripts/launch.mjs", "start"]);
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  say(`Starting the product in ${path.relative(process.cwd(), folder)} …`);
  const stop = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { ...(await ready(folder, child, logFile)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A product that already runs on this folder, and goes on after the run. */
export async function runningProduct(folder: string): Promise<Product> {
  const settings = await settingsOfRunning(path.resolve(folder));
  if (!settings) throw new Refusal(`No product runs on ${folder}.`);
  return { origin: `http://127.0.0.1:${settings.PORT}`, settings, stop: async () => {} };
}

async function ready(folder: string, child: ChildProcess, logFile: string): Promise<Omit<Product, "stop">> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const settings = await settingsOfRunning(folder);
    if (settings) return { origin: `http://127.0.0.1:${settings.PORT}`, settings };
    await sleep(500);
  }
  throw new Refusal(`The product did not start; see ${logFile}.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await exited;
  clearTimeout(timer);
}
