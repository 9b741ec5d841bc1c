import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { migrate } from "@/prisma/schema-engine";
import { freePort } from "../services/ports";
import { startPostgres } from "../services/postgres";
import { startRedis } from "../services/redis";

/** Real PostgreSQL and Redis for one run of the integration tests, on ports and in a folder of its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const parent = path.resolve(".lineup/test");
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(path.join(parent, "run-"));
  const [postgres, redis] = await Promise.all([
    startPostgres(path.join(folder, "postgres"), await freePort()),
    startRedis(path.join(folder, "redis"), await freePort(), randomBytes(16).toString("hex")),
  ]);
  await migrate(postgres.url);
  Object.assign(process.env, {
    NODE_ENV: "test",
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    LINEUP_DIR: folder,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
  });
  return async () => {
    await Promise.all([postgres.stop(), redis.stop()]);
    await rm(folder, { recursive: true, force: true });
  };
}
