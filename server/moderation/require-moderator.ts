import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import { db } from "../db";

/** A moderator at work. */
export interface Moderator {
  id: string;
  name: string;
}

/**
 * The role is read anew for every call, so that it ends the moment the operator takes it away.
 * @throws auth.moderator_required
 */
export async function requireModerator(actor: Actor): Promise<Moderator> {
  const user = await db.user.findUnique({
    where: { id: actor.userId },
    select: { id: true, name: true, isModerator: true },
  });
  if (user?.isModerator) return { id: user.id, name: user.name };
  throw new AppError("auth.moderator_required", "Only a moderator of this installation can do this.");
}
