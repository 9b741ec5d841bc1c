import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "@/prisma/schema-engine";
import { freePort } from "@/scripts/services/ports";
import { startPostgres } from "@/scripts/services/postgres";
import { startRedis } from "@/scripts/services/redis";
import { Supervisor } from "@/scripts/services/supervisor";
import { tied } from "@/scripts/services/tied.mjs";

export interface Server {
  pid: number;
  port: number;
  /** `http://127.0.0.1:<port>` */
  origin: string;
  child: ChildProcess;
}

/** PostgreSQL, Redis and a folder of their own, and processes of the product on them as in production. */
export interface Stage {
  folder: string;
  databaseUrl: string;
  /** Environment of the product's processes. */
  settings: NodeJS.ProcessEnv;
  /** Starts a script; its log goes to the terminal. */
  start(script: string, args?: string[], options?: StartOptions): ChildProcess;
  /** Starts a script that prints the port on which it listens. */
  startServer(script: string, args?: string[], options?: StartOptions): Promise<Server>;
  /** Runs a script that prints JSON at its end. */
  ask<T>(script: string, args?: string[], options?: StartOptions): Promise<T>;
  /** Starts the front server; without `NEXT_SOCKET` the origin alone. */
  startFront(options?: StartOptions & { alone?: boolean; port?: number; socket?: string }): Promise<Server>;
  /** Starts a whole web process, the front server and Next behind it; the web app must have been built. */
  startWeb(index: number, options?: StartOptions): Promise<Server & { socket: string; nextPid: number }>;
  /** Ends everything, and removes the folder. */
  clear(): Promise<void>;
}

export interface StartOptions {
  /** Binds it to one core, where the system can. */
  core?: number;
  onStart?(child: ChildProcess): void;
  flags?: string[];
  env?: Record<string, string>;
}

export async function setStage(name: string): Promise<Stage> {
  const parent = path.resolve(".lineup/bench");
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(path.join(parent, `${name}-`));
  const supervisor = new Supervisor({ runDir: folder, logDir: folder }, console.error);
  const children = new Set<ChildProcess>();
  const clear = async () => {
    const ended = [...children].map((child) => new Promise((resolve) => child.once("exit", resolve)));
    for (const child of children) child.kill("SIGKILL");
    await Promise.all(ended);
    await supervisor.stopAll();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const databaseUrl = await startPostgres(supervisor, path.join(folder, "postgres"));
    const settings = {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      REDIS_URL: await startRedis(supervisor, "redis-server", path.join(folder, "redis"), "bench"),
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      LINEUP_DIR: folder,
      LOG_LEVEL: "error",
    } as NodeJS.ProcessEnv;
    await migrate(databaseUrl);
    supervisor.markStarted(); // a service that is killed from now on is started again

    const start: Stage["start"] = (script, args = [], { core, flags = [], env = {}, onStart } = {}) => {
      const node = [process.execPath, ...flags, "--import", "tsx", script, ...args];
      const [bound = "", ...rest] = core === undefined ? node : ["taskset", "-c", String(core), ...node];
      // Ended by the kernel when the bench is interrupted.
      const [command, words] = tied("SIGKILL", bound, rest);
      const child = spawn(command, words, { env: { ...settings, ...env }, stdio: ["ignore", "pipe", "inherit"] });
      children.add(child);
      onStart?.(child);
      child.once("exit", () => children.delete(child));
      return child;
    };
    const serverOf = (child: ChildProcess, port: number): Server => {
      return { pid: child.pid ?? 0, port, origin: `http://127.0.0.1:${port}`, child };
    };
    const startFront: Stage["startFront"] = async ({ alone = false, port, socket, ...options } = {}) => {
      const own = port ?? (await freePort());
      const env = {
        ...options.env,
        PORT: String(own),
        NEXT_SOCKET: alone ? "" : (socket ?? path.join(folder, "next.sock")),
      };
      const front = serverOf(start("origin/main.ts", [], { ...options, env }), own);
      await answers(front, "/healthz");
      return front;
    };
    return {
      folder,
      databaseUrl,
      settings,
      start,
      startServer: async (script, args, options) => {
        const child = start(script, args, options);
        const port = await new Promise<number>((resolve, reject) => {
          child.stdout?.once("data", (text) => resolve(Number(text)));
          child.once("exit", (code) => reject(new Error(`${script} ended with ${code}`)));
        });
        return serverOf(child, port);
      },
      ask: (script, args, options) => lastWords(start(script, args, options), script),
      startFront,
      startWeb: async (index, options = {}) => {
        const socket = path.join(folder, `next-${index}.sock`);
        const next = start("scripts/next-server.ts", [], { ...options, env: { ...options.env, NEXT_SOCKET: socket } });
        const front = await startFront({ ...options, socket });
        await answers(front, "/v1/channels");
        return { ...front, socket, nextPid: next.pid ?? 0 };
      },
      clear,
    };
  } catch (thrown) {
    await clear();
    throw thrown;
  }
}

async function lastWords<T>(child: ChildProcess, script: string): Promise<T> {
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return JSON.parse(said) as T;
}

async function answers({ origin, child }: Server, address: string): Promise<void> {
  for (let attempt = 0; attempt < 6000 && child.exitCode === null; attempt++) {
    const reply = await fetch(origin + address).catch(() => null);
    if (reply?.ok) return;
    await sleep(10);
  }
  throw new Error("the front server did not start");
}
