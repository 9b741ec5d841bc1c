import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";

/** Process number of the PostgreSQL behind an address on this machine. */
export async function postmasterOf(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query("SHOW data_directory");
  await client.end();
  return Number((await readFile(path.join(rows[0].data_directory, "postmaster.pid"), "utf8")).split("\n")[0]);
}
