import type { Actor } from "@/core/actor";
import { apiKeyHolds } from "../api-keys/api-key-holds";
import { userOfSession } from "./user-of-session";

/**
 * Whether the key or session behind a long connection still holds. Cheap enough to ask every second, and true to
 * within a second: ask it before each thing that is sent.
 */
export async function stillValid(actor: Actor): Promise<boolean> {
  if (actor.apiKeyId) return apiKeyHolds(actor.apiKeyId);
  return actor.sessionId !== undefined && (await userOfSession(actor.sessionId)) === actor.userId;
}
