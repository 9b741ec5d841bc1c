import type { Actor } from "@/core/actor";
import type { ApiKeyList } from "@/core/api-keys/contract";
import { db } from "../db";
import { apiKeyView } from "./api-key-view";

/** All keys of the creator that are not revoked, newest first. */
export async function listApiKeys(actor: Actor): Promise<ApiKeyList> {
  const now = new Date();
  const rows = await db.apiKey.findMany({
    where: { ownerId: actor.userId, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return { keys: rows.map((row) => apiKeyView(row, now)) };
}
