import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/generated/prisma/client";
import { env } from "./env";

/** Next evaluates modules anew on every change while developing; the connections must outlive that. */
const kept = globalThis as { lineupPool?: pg.Pool; lineupDb?: PrismaClient; lineupDbClosers?: (() => Promise<void>)[] };

function openPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that breaks is replaced on next use; without a listener it would end the process.
  pool.on("error", () => {});
  return pool;
}

/** Raw connections, for the hot reads of `origin/` only. */
export function pool(): pg.Pool {
  kept.lineupPool ??= openPool();
  return kept.lineupPool;
}

function openDb(): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool()) });
}

/** The database, opened on first use so that importing a verb costs nothing. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, property) {
    kept.lineupDb ??= openDb();
    const value = Reflect.get(kept.lineupDb, property, kept.lineupDb);
    return typeof value === "function" ? value.bind(kept.lineupDb) : value;
  },
});

/** The client inside a transaction, or the plain one. */
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends" | "$use">;

/** Has `close` called before the connections are closed, once. */
export function closeWithDb(close: () => Promise<void>): void {
  kept.lineupDbClosers = [...(kept.lineupDbClosers ?? []), close];
}

/** Closes the connections; for orderly shutdown and tests. */
export async function closeDb(): Promise<void> {
  const closers = kept.lineupDbClosers ?? [];
  kept.lineupDbClosers = undefined;
  await Promise.all(closers.map((close) => close()));
  await kept.lineupDb?.$disconnect();
  await kept.lineupPool?.end();
  kept.lineupDb = undefined;
  kept.lineupPool = undefined;
}
