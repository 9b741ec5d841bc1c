import { mkdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { Refusal } from "../refusal";
import { freePort } from "./ports";
import type { Supervisor } from "./supervisor";

/** A long append-only file is read before Redis answers. */
const READY_WITHIN_MS = 120_000;

/**
 * Runs the system's redis-server on a free port of loopback, append-only, with its data in `folder`; answers its
 * address. A write is answered once it is on the disk: what was acknowledged to a viewer may not depend on this process
 * or this machine living on (`everysec` answers writes that stand in memory only while the disk is busy).
 * @param appendfsync weaker for tests, to which a lost second is nothing
 */
export async function startRedis(
  supervisor: Supervisor,
  program: string,
  folder: string,
  password: string,
  appendfsync: "always" | "everysec" = "always",
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const port = await freePort();
  supervisor.run({
    name: "redis",
    command: program,
    args: ["-"],
    cwd: folder,
    // By standard input, so that the password stands in no process list.
    input: [
      `port ${port}`,
      "bind 127.0.0.1",
      `requirepass ${password}`,
      `dir ${JSON.stringify(folder)}`,
      "appendonly yes",
      `appendfsync ${appendfsync}`,
      'save ""',
      "maxmemory-policy noeviction",
      "",
    ].join("\n"),
    stopSignal: "SIGTERM",
    stopWithinMs: 10_000,
  });
  const url = `redis://:${password}@127.0.0.1:${port}`;
  await Promise.race([ready(url), supervisor.failure]);
  return url;
}

async function ready(url: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.ping();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Refusal(`Redis does not answer: ${(error as Error).message}`);
      await sleep(50);
    } finally {
      client.disconnect();
    }
  }
}
