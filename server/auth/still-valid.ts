import type { Actor } from "@/core/actor";
import { apiKeyHolds } from "../api-keys/api-key-holds";
import { userExists } from "./user-exists";

/**
 * Whether the key or session behind a long connection still holds. Cheap enough to ask every second, and true to
 * within a second: ask it before each thing that is sent.
 */
export async function stillValid(actor: Actor): Promise<boolean> {
  return actor.apiKeyId ? apiKeyHolds(actor.apiKeyId) : userExists(actor.userId);
}
