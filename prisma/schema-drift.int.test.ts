import pg from "pg";
import { expect, test } from "vitest";
import { migrate, schemaSql } from "./schema-engine";

const COLUMNS = `SELECT table_name || '.' || column_name AS name, udt_name, is_nullable, column_default, datetime_precision
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1`;
const FOREIGN_KEYS = `SELECT conname, pg_get_constraintdef(oid) AS says FROM pg_constraint WHERE contype = 'f' ORDER BY 1`;
const INDEXES = `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`;
const ENUMS = `SELECT typname, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels
  FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY 1 ORDER BY 1`;

test("the migrations lead to the tables of the schema", async () => {
  const migrated = await emptyDatabase("drift_migrated");
  const declared = await emptyDatabase("drift_declared");
  try {
    await migrate(migrated.url);
    await declared.client.query(await schemaSql(declared.url));
    for (const question of [COLUMNS, FOREIGN_KEYS, ENUMS]) {
      expect((await migrated.client.query(question)).rows).toEqual((await declared.client.query(question)).rows);
    }
    // Migrations may add indexes that the schema language lacks.
    const made = (await migrated.client.query(INDEXES)).rows;
    expect(made).toEqual(expect.arrayContaining((await declared.client.query(INDEXES)).rows));
  } finally {
    await migrated.drop();
    await declared.drop();
  }
});

async function emptyDatabase(name: string) {
  const admin = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(process.env.DATABASE_URL!);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const drop = async () => {
    await client.end();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  };
  return { url: url.href, client, drop };
}
