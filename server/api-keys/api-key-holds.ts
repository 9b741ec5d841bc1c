import { pool } from "../db";
import { rememberedKeys } from "./remembered-keys";

/** Whether a key may still be used: it is neither revoked nor expired nor gone. From memory, or one read by primary key. */
export async function apiKeyHolds(apiKeyId: string): Promise<boolean> {
  const remembered = rememberedKeys().holds(apiKeyId, Date.now());
  if (remembered !== null) return remembered;
  const { rowCount } = await pool().query({
    name: "api-key-holds",
    text: `SELECT 1 FROM api_key
           WHERE id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
    values: [apiKeyId],
  });
  return rowCount === 1;
}
