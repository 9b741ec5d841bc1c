import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import { closeSession } from "../auth/close-session";

/**
 * Signs the TV out that asks for it.
 * @throws auth.tv_required for anybody else
 */
export async function revokeOwnTv(actor: Actor): Promise<void> {
  if (actor.method !== "tv" || !actor.sessionId) {
    throw new AppError("auth.tv_required", "Send the access token of the TV that is to be signed out.");
  }
  await closeSession(actor.sessionId);
}
