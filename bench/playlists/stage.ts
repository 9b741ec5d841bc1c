import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { migrate } from "@/prisma/schema-engine";
import { freePort } from "@/scripts/services/ports";
import { startPostgres } from "@/scripts/services/postgres";
import { Supervisor } from "@/scripts/services/supervisor";

export interface Stage {
  /** Port of the front server, a process of its own. */
  frontPort: number;
  /** Starts another script as a process; resolves with the port that it prints. */
  startServer(script: string, ...args: string[]): Promise<number>;
  folder: string;
  clear(): Promise<void>;
}

/** A PostgreSQL of its own with one published channel, and the front server on it, as in production. */
export async function setStage(slug: string): Promise<Stage> {
  const parent = path.resolve(".lineup/bench");
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(path.join(parent, "playlist-"));
  const supervisor = new Supervisor({ runDir: folder, logDir: folder }, console.error);
  const children: ChildProcess[] = [];
  const clear = async () => {
    for (const child of children) child.kill("SIGKILL");
    await supervisor.stopAll();
    await rm(folder, { recursive: true, force: true });
  };
  const start = (script: string, args: string[], env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    children.push(child);
    return child;
  };
  try {
    const databaseUrl = await startPostgres(supervisor, path.join(folder, "postgres"));
    await migrate(databaseUrl);
    await publishChannel(databaseUrl, slug);
    const frontPort = await freePort();
    start("origin/main.ts", [], {
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      REDIS_URL: "redis://127.0.0.1:1",
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      NEXT_SOCKET: path.join(folder, "next.sock"),
      LINEUP_DIR: folder,
      PORT: String(frontPort),
      LOG_LEVEL: "error",
    });
    await answers(frontPort);
    const startServer = async (script: string, ...args: string[]) => {
      const child = start(script, args);
      return Number(
        await new Promise<string>((resolve) => child.stdout!.once("data", (text) => resolve(String(text)))),
      );
    };
    return { frontPort, startServer, folder, clear };
  } catch (thrown) {
    await clear();
    throw thrown;
  }
}

async function publishChannel(databaseUrl: string, slug: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `WITH owner AS (INSERT INTO "user" (id, email, name) VALUES (gen_random_uuid(), 'bench@example.com', 'Bench') RETURNING id)
     INSERT INTO channel (id, owner_id, slug, name, status, published_at, updated_at)
     SELECT gen_random_uuid(), id, $1, 'Bench', 'published', now(), now() FROM owner`,
    [slug],
  );
  await client.end();
}

async function answers(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const reply = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (reply?.ok) return;
    await sleep(100);
  }
  throw new Error("the front server did not start");
}
