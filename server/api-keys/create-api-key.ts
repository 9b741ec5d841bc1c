import type { Actor } from "@/core/actor";
import type { CreateApiKey, CreatedApiKey } from "@/core/api-keys/contract";
import { recordAudit } from "../audit/record-audit";
import { db } from "../db";
import { apiKeyView } from "./api-key-view";
import { hashToken, newToken, PREFIX_LENGTH } from "./token";

const DAY_MS = 24 * 3_600_000;

/** Makes a key. The reply is the only place where its token is ever seen; we keep a hash. */
export async function createApiKey(actor: Actor, input: CreateApiKey): Promise<CreatedApiKey> {
  const now = new Date();
  const token = newToken(input.kind);
  const row = await db.$transaction(async (tx) => {
    const made = await tx.apiKey.create({
      data: {
        ownerId: actor.userId,
        name: input.name,
        kind: input.kind,
        scopes: [...new Set(input.scopes)],
        tokenHash: hashToken(token),
        keyPrefix: token.slice(0, PREFIX_LENGTH),
        expiresAt: input.expiresInDays ? new Date(now.getTime() + input.expiresInDays * DAY_MS) : null,
      },
    });
    const { id, name, kind, keyPrefix, scopes } = made;
    const target = { kind: "api_key", id, name } as const;
    await recordAudit(tx, actor, { action: "api_key.created", target, details: { kind, keyPrefix, scopes } });
    return made;
  });
  return { key: { ...apiKeyView(row, now), token } };
}
