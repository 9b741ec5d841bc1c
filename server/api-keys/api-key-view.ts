import type { ApiKey } from "@/core/api-keys/contract";
import type { Scope } from "@/core/api-keys/scopes";
import type { ApiKey as ApiKeyRow } from "@/generated/prisma/client";

/** A key as its owner sees it; its token is not known any more. */
export function apiKeyView(row: ApiKeyRow, now: Date): ApiKey {
  return {
    id: row.id,
    name: row.name,
    keyPrefix: row.keyPrefix,
    scopes: row.scopes as Scope[],
    kind: row.kind,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    isExpired: row.expiresAt !== null && row.expiresAt <= now,
  };
}
