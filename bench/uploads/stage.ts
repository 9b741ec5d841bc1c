import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { migrate } from "@/prisma/schema-engine";
import { freePort } from "@/scripts/services/ports";
import { startPostgres } from "@/scripts/services/postgres";
import { startRedis } from "@/scripts/services/redis";
import { Supervisor } from "@/scripts/services/supervisor";
import type { Begun } from "./begin";

export interface UploadStage {
  folder: string;
  front: { origin: string; pid: number };
  bare: { origin: string };
  /** Begins a direct and a resumable upload of that many bytes. */
  begin(sizeBytes: number): Promise<Begun>;
  /** Removes what has been uploaded so far. */
  discard(): Promise<void>;
  clear(): Promise<void>;
}

/** The front server on the folder driver, with PostgreSQL and Redis of its own, and a bare server beside it. */
export async function setUploadStage(): Promise<UploadStage> {
  const parent = path.resolve(".lineup/bench");
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(path.join(parent, "upload-"));
  const supervisor = new Supervisor({ runDir: folder, logDir: folder }, console.error);
  const children: ChildProcess[] = [];
  const clear = async () => {
    for (const child of children) child.kill("SIGKILL");
    await supervisor.stopAll();
    await rm(folder, { recursive: true, force: true });
  };
  const start = (script: string, args: string[], env: NodeJS.ProcessEnv) => {
    const command = ["--import", "tsx", script, ...args];
    const child = spawn(process.execPath, command, { env, stdio: ["ignore", "pipe", "inherit"] });
    children.push(child);
    return child;
  };
  try {
    const settings = {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: await startPostgres(supervisor, path.join(folder, "postgres")),
      REDIS_URL: await startRedis(supervisor, "redis-server", path.join(folder, "redis"), "bench"),
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      NEXT_SOCKET: path.join(folder, "next.sock"),
      LINEUP_DIR: folder,
      PORT: String(await freePort()),
      LOG_LEVEL: "error",
    } as NodeJS.ProcessEnv;
    await migrate(settings.DATABASE_URL ?? "");
    const front = start("origin/main.ts", [], settings);
    const origin = `http://127.0.0.1:${settings.PORT}`;
    await answers(origin);
    const bare = start("bench/uploads/bare-server.ts", [path.join(folder, "bare.mp4")], settings);
    const barePort = await new Promise<string>((resolve) => bare.stdout?.once("data", (text) => resolve(String(text))));
    return {
      folder,
      front: { origin, pid: front.pid ?? 0 },
      bare: { origin: `http://127.0.0.1:${Number(barePort)}` },
      begin: async (sizeBytes) => {
        const command = ["--import", "tsx", "bench/uploads/begin.ts", String(sizeBytes)];
        const { stdout } = await promisify(execFile)(process.execPath, command, { env: settings });
        return JSON.parse(stdout);
      },
      discard: async () => {
        for (const name of ["media/uploads", "media/sources", "bare.mp4"]) {
          await rm(path.join(folder, name), { recursive: true, force: true });
        }
      },
      clear,
    };
  } catch (thrown) {
    await clear();
    throw thrown;
  }
}

async function answers(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const reply = await fetch(`${origin}/healthz`).catch(() => null);
    if (reply?.ok) return;
    await sleep(100);
  }
  throw new Error("the front server did not start");
}
