import { type ChildProcess, spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { Redis } from "ioredis";

export interface RunningRedis {
  url: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** Runs the system's redis-server on loopback, append-only, with its data in `folder`. */
export async function startRedis(folder: string, port: number, password: string): Promise<RunningRedis> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Settings go in by standard input, so that the password stands in no process list.
  const child = spawn("redis-server", ["-"], { cwd: folder, stdio: ["pipe", "pipe", "pipe"], detached: true });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      output = (output + chunk).slice(-4000);
    });
  child.on("error", (error) => {
    output += error.message;
  });
  child.stdin?.end(
    [
      `port ${port}`,
      "bind 127.0.0.1",
      `requirepass ${password}`,
      `dir "${folder}"`,
      "appendonly yes",
      "appendfsync everysec",
      'save ""',
      "maxmemory-policy noeviction",
      "",
    ].join("\n"),
  );
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on("error", () => {});
  for (let attempt = 0; ; attempt++) {
    try {
      if (client.status !== "ready") await client.connect();
      await client.ping();
      break;
    } catch (error) {
      if (attempt > 300 || child.exitCode !== null)
        throw new Error(`Redis did not start. It said:\n${output}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  client.disconnect();
  return {
    url,
    process: child,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}
