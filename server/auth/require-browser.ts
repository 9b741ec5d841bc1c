import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";

/**
 * For what only a person at a browser may do: a TV stands in a living room, and whoever holds its remote is not asked
 * for a password.
 * @throws auth.browser_required
 */
export function requireBrowser(actor: Actor): void {
  if (actor.method === "session") return;
  throw new AppError("auth.browser_required", "Sign in to the Studio in a browser to do this.");
}
