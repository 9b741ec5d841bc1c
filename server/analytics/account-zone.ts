import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { db } from "../db";

/**
 * The time zone of the actor's account.
 * @throws resource.not_found when the account was deleted meanwhile
 */
export async function accountZone(actor: Actor): Promise<string> {
  const user = await db.user.findUnique({ where: { id: actor.userId }, select: { timezone: true } });
  if (!user) throw notFound("The account");
  return user.timezone;
}
