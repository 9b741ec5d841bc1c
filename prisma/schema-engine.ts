import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

const require = createRequire(import.meta.url);
export const PRISMA_DIR = path.resolve(import.meta.dirname);
const MIGRATIONS_DIR = path.join(PRISMA_DIR, "migrations");
const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * Prisma's own migration engine as WebAssembly. The `prisma` command wants to download a native one,
 * which fails behind a firewall.
 */
async function withEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  glue ??= instantiate();
  const pool = new pg.Pool({ connectionString: databaseUrl });
  pool.on("error", () => {});
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
    const schema = await readFile(path.join(PRISMA_DIR, "schema.prisma"), "utf8");
    return await work(
      await (await glue).SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapter),
    );
  } finally {
    // The engine never lets go of its session, nor of the advisory lock that it holds there.
    await pool.end();
  }
}

/** Prisma's adapter cuts a script at every semicolon, those in the body of a function too. PostgreSQL knows better. */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

/** The bindings keep views of one instance's memory, so there is one instance a process. */
let glue: ReturnType<typeof instantiate> | undefined;

async function instantiate() {
  const bindings = path.join(path.dirname(require.resolve("@prisma/schema-engine-wasm")), "schema_engine_bg.js");
  const imports = await import(bindings);
  const { instance } = await WebAssembly.instantiate(await readFile(bindings.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": imports,
  });
  imports.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return imports;
}

async function migrationList(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS_DIR, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(MIGRATIONS_DIR, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}

/**
 * Key of an advisory lock around the engine's own (72707369), for which it waits 10 s at most: a long migration on one
 * machine must not fail the start of the others.
 */
const MIGRATION_LOCK = 72_707_370;

/**
 * Applies the migrations that this database lacks and answers their names. Safe to run at every start, on any number
 * of machines at once: one works, the others wait and find nothing left to do.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const holder = new pg.Client({ connectionString: databaseUrl });
  await holder.connect();
  try {
    await holder.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const migrationsList = await migrationList();
    return await withEngine(databaseUrl, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
      return appliedMigrationNames;
    });
  } finally {
    await holder.end();
  }
}

/** SQL that leads from an empty database to `schema.prisma`; the raw material of a new migration. */
export async function schemaSql(databaseUrl: string): Promise<string> {
  const content = await readFile(path.join(PRISMA_DIR, "schema.prisma"), "utf8");
  return withEngine(databaseUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return stdout ?? "";
  });
}
