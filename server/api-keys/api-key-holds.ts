import { pool } from "../db";

/** Whether a key may still be used: it is neither revoked nor expired nor gone. One read by primary key. */
export async function apiKeyHolds(apiKeyId: string): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: "api-key-holds",
    text: `SELECT 1 FROM api_key
           WHERE id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
    values: [apiKeyId],
  });
  return rowCount === 1;
}
