import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { freePort } from "../../scripts/services/ports";
import { startRecordingProxy } from "./recording-proxy";

const START_TIMEOUT_MS = 300_000;
const STOP_TIMEOUT_MS = 30_000;

/**
 * Starts the product as a user does, with state of its own, and stops it after the last journey. The run fails when a
 * reply of the API was not as its description says.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  const parent = path.resolve(".lineup/e2e");
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(path.join(parent, "run-"));
  const port = await freePort();
  const sources = await freePort();
  const hooks = await freePort();
  const log = createWriteStream(path.join(parent, "product.log"));
  const product = spawn(process.execPath, ["scripts/launch.mjs", "start"], {
    env: {
      ...process.env,
      ...{ PORT: String(port), LINEUP_DIR: folder },
      // Imports may come from this machine in the journeys, from one port of it.
      IMPORT_ALLOW_HOSTS: `127.0.0.1:${sources}`,
      // And webhooks may be sent to another.
      WEBHOOK_ALLOW_HOSTS: `127.0.0.1:${hooks}`,
      // The fuzzer tells where its requests come from, so that they spend nobody's limits.
      TRUST_PROXY: "127.0.0.0/8,::1/128",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  product.stdout.pipe(log);
  product.stderr.pipe(log);

  const proxy = await startRecordingProxy(port);
  process.env.LINEUP_E2E_URL = proxy.origin;
  process.env.LINEUP_E2E_DIR = folder;
  process.env.LINEUP_E2E_SOURCES = String(sources);
  process.env.LINEUP_E2E_HOOKS = String(hooks);
  try {
    await ready(process.env.LINEUP_E2E_URL, product);
  } catch (error) {
    await proxy.close();
    await stop(product);
    throw error;
  }
  return async () => {
    try {
      await proxy.requireDescribed();
    } finally {
      await proxy.close();
      await stop(product);
      await rm(folder, { recursive: true, force: true });
    }
  };
}

async function ready(url: string, product: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (product.exitCode !== null)
      throw new Error(`npm start ended with ${product.exitCode}; see .lineup/e2e/product.log`);
    const reply = await fetch(`${url}/readyz`).catch(() => null);
    const page = reply?.ok ? await fetch(`${url}/sign-in`).catch(() => null) : null;
    if (page?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("the product was not ready in time; see .lineup/e2e/product.log");
}

async function stop(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null) return;
  const exited = new Promise<void>((resolve) => product.once("exit", () => resolve()));
  product.kill("SIGTERM");
  const timer = setTimeout(() => product.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await exited;
  clearTimeout(timer);
}
