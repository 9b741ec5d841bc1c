import { Redis } from "ioredis";
import pg from "pg";
import type { Env } from "@/server/env";
import { Refusal } from "../refusal";

const ANSWER_WITHIN_MS = 5_000;

/** Refuses a DATABASE_URL under which no usable PostgreSQL answers. */
export async function requireDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ANSWER_WITHIN_MS });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version");
    if (rows[0].version < 140_000) throw new Refusal(`DATABASE_URL leads to a PostgreSQL older than 14.`);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`PostgreSQL cannot be reached at ${hostOf(url)} (${reason(error)}). Check DATABASE_URL.`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Refuses a REDIS_URL under which no Redis answers. */
export async function requireRedis(url: string): Promise<void> {
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
  });
  let failure: unknown;
  client.on("error", (error) => {
    failure = error;
  });
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    throw new Refusal(`Redis cannot be reached at ${hostOf(url)} (${reason(failure ?? error)}). Check REDIS_URL.`);
  } finally {
    client.disconnect();
  }
}

/** Refuses an S3 bucket that cannot be written to. */
export async function requireStorage(settings: Env): Promise<void> {
  // The modules of the server read their settings from here when they are loaded.
  Object.assign(process.env, { DATABASE_URL: settings.DATABASE_URL, REDIS_URL: settings.REDIS_URL });
  process.env.NEXTAUTH_SECRET = settings.NEXTAUTH_SECRET;
  const { createStorage } = await import("@/server/storage/create-storage");
  const failure = await Promise.race([
    createStorage(settings)
      .check()
      .then(
        () => null,
        (error: unknown) => error,
      ),
    new Promise((resolve) => setTimeout(() => resolve(new Error("no answer within 15 s")), 15_000).unref()),
  ]);
  if (failure === null) return;
  const place = `The bucket ${settings.S3_BUCKET} at ${settings.S3_ENDPOINT ?? "Amazon S3"}`;
  const cause = failure instanceof Error && failure.cause ? failure.cause : failure;
  throw new Refusal(`${place} cannot be used (${reason(cause)}). Check the S3_ settings.`);
}

/** Host and port of an address, without the password that may stand in it. */
function hostOf(url: string): string {
  try {
    return new URL(url).host || "the given address";
  } catch {
    return "the given address";
  }
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return error.message || code || error.name;
}
