import pg from "pg";
import { expect, test } from "vitest";
import { migrate } from "./schema-engine";

test("migrations that start everywhere at once are applied by one", async () => {
  const admin = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await admin.connect();
  await admin.query("CREATE DATABASE migrated_at_once");
  const url = new URL(process.env.DATABASE_URL!);
  url.pathname = "/migrated_at_once";
  try {
    const applied = await Promise.all([migrate(url.href), migrate(url.href), migrate(url.href)]);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await migrate(url.href)).toEqual([]);
  } finally {
    await admin.query("DROP DATABASE migrated_at_once WITH (FORCE)");
    await admin.end();
  }
});
