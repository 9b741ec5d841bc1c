import { z } from "zod";
import { notFound } from "@/core/errors";
import { db } from "../db";

/**
 * Lets an API key expire now. For the operator's command line, which acts for no creator; a key that has expired before
 * keeps its date.
 * @throws resource.not_found
 */
export async function expireApiKey(apiKeyId: string, now: Date): Promise<{ name: string; expiresAt: Date }> {
  const key = z.uuid().safeParse(apiKeyId).success ? await db.apiKey.findUnique({ where: { id: apiKeyId } }) : null;
  if (!key) throw notFound("The API key");
  if (key.expiresAt && key.expiresAt <= now) return { name: key.name, expiresAt: key.expiresAt };
  await db.apiKey.update({ where: { id: key.id }, data: { expiresAt: now } });
  return { name: key.name, expiresAt: now };
}
