import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { db } from "../db";

/**
 * Revokes a key at once; revoking it again changes nothing. A key may revoke any key of its owner, itself included.
 * @throws resource.not_found
 */
export async function revokeApiKey(actor: Actor, apiKeyId: string): Promise<void> {
  const key = await db.apiKey.findFirst({ where: { id: apiKeyId, ownerId: actor.userId }, select: { id: true } });
  if (!key) throw notFound("The API key");
  await db.apiKey.updateMany({ where: { id: key.id, revokedAt: null }, data: { revokedAt: new Date() } });
}
