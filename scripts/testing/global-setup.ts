import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { migrate } from "@/prisma/schema-engine";
import { startPostgres } from "../services/postgres";
import { startRedis } from "../services/redis";
import { Supervisor } from "../services/supervisor";

/** Real PostgreSQL and Redis for one run of the integration tests, on ports and in a folder of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const parent = path.resolve(".lineup/test");
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(path.join(parent, "run-"));
  const supervisor = new Supervisor({ runDir: folder, logDir: folder }, console.error);
  const [databaseUrl, redisUrl] = await Promise.all([
    startPostgres(supervisor, path.join(folder, "postgres")),
    startRedis(supervisor, "redis-server", path.join(folder, "redis"), randomBytes(16).toString("hex"), "everysec"),
  ]);
  supervisor.markStarted();
  await migrate(databaseUrl);
  Object.assign(process.env, {
    NODE_ENV: "test",
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    LINEUP_DIR: folder,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    // At idle priority an encode would wait for every other test.
    TRANSCODE_PRIORITY: "normal",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
  });
  return async () => {
    await supervisor.stopAll();
    await rm(folder, { recursive: true, force: true });
  };
}
