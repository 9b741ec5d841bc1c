import { Redis } from "ioredis";
import pg from "pg";
import { Refusal } from "../refusal";
import { runStep, tail } from "./run-step";

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
export async function requireStorage(variables: Record<string, string>): Promise<void> {
  const step = ["--no-warnings", "--import", "tsx", "scripts/prepare/check-storage.ts"];
  const { ok, output } = await runStep(process.execPath, step, { ...variables, LOG_LEVEL: "error" });
  if (ok) return;
  const place = `The bucket ${variables.S3_BUCKET} at ${variables.S3_ENDPOINT ?? "Amazon S3"}`;
  throw new Refusal(`${place} cannot be used (${loggedReason(output)}). Check the S3_ settings.`);
}

function loggedReason(output: string): string {
  const line = output.split("\n").findLast((text) => text.startsWith("{"));
  const entry: { err?: { message?: string; name?: string }; msg?: string } = line ? JSON.parse(line) : {};
  return entry.err?.message || entry.err?.name || entry.msg || tail(output, 1) || "it does not answer";
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
