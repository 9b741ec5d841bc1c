import { z } from "zod";
import { notFound } from "@/core/errors";
import { recordAudit } from "../audit/record-audit";
import { db } from "../db";
import { forgetKey } from "./remembered-keys";

/**
 * Lets an API key expire now. For the operator's command line, which acts for no creator; a key that has expired before
 * keeps its date.
 * @throws resource.not_found
 */
export async function expireApiKey(apiKeyId: string, now: Date): Promise<{ name: string; expiresAt: Date }> {
  const key = z.uuid().safeParse(apiKeyId).success ? await db.apiKey.findUnique({ where: { id: apiKeyId } }) : null;
  if (!key) throw notFound("The API key");
  if (key.expiresAt && key.expiresAt <= now) return { name: key.name, expiresAt: key.expiresAt };
  await db.$transaction(async (tx) => {
    await tx.apiKey.update({ where: { id: key.id }, data: { expiresAt: now } });
    const by = { userId: key.ownerId, method: "operator" } as const;
    const target = { kind: "api_key", id: key.id, name: key.name } as const;
    await recordAudit(tx, by, { action: "api_key.expired", target, details: { keyPrefix: key.keyPrefix } });
  });
  forgetKey(key.id);
  return { name: key.name, expiresAt: now };
}
