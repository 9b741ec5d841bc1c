import { pool } from "../db";

/**
 * Whether an account still exists. Asked on every request that carries a session cookie, so that the sessions of a
 * removed account end at once; one read by primary key.
 */
export async function userExists(userId: string): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: "user-exists",
    text: 'SELECT 1 FROM "user" WHERE id = $1',
    values: [userId],
  });
  return rowCount === 1;
}
