import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { recordAudit } from "../audit/record-audit";
import { db } from "../db";
import { forgetKey } from "./remembered-keys";

/**
 * Revokes a key at once; revoking it again changes nothing. A key may revoke any key of its owner, itself included.
 * @throws resource.not_found
 */
export async function revokeApiKey(actor: Actor, apiKeyId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const key = await tx.apiKey.findFirst({ where: { id: apiKeyId, ownerId: actor.userId } });
    if (!key) throw notFound("The API key");
    const open = { id: key.id, revokedAt: null };
    const { count } = await tx.apiKey.updateMany({ where: open, data: { revokedAt: new Date() } });
    if (count === 0) return;
    const target = { kind: "api_key", id: key.id, name: key.name } as const;
    await recordAudit(tx, actor, { action: "api_key.revoked", target, details: { keyPrefix: key.keyPrefix } });
  });
  forgetKey(apiKeyId);
}
