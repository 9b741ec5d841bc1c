import { randomUUID } from "node:crypto";
import pg from "pg";
import { migrate } from "@/prisma/schema-engine";
import { closeDb } from "@/server/db";

/**
 * Gives this test file a database of its own, for what looks at all channels at once. Call it before anything reads
 * the settings; what it answers removes the database again.
 */
export async function useOwnDatabase(): Promise<() => Promise<void>> {
  const shared = process.env.DATABASE_URL!;
  const name = `own_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: shared });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(shared);
  url.pathname = `/${name}`;
  await migrate(url.href);
  process.env.DATABASE_URL = url.href;
  return async () => {
    await closeDb();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  };
}
