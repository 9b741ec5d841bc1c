import type { Actor } from "@/core/actor";
import type { Scope } from "@/core/api-keys/scopes";
import { AppError } from "@/core/errors";
import { requireSameOrigin } from "./authenticate";
import { ownOrigin } from "./own-origin";

/**
 * Who may call a route: `public` anyone, a scope any session and the API keys that hold it, `session` no API
 * key, `any` whoever is authenticated.
 */
export type Access = Scope | "public" | "session" | "any";
/** @throws auth.csrf, api_key.session_required, auth.insufficient_scope */
export function requireAccess(actor: Actor, access: Access, request: Request): void {
  if (actor.method === "session") requireSameOrigin(request, ownOrigin(request));
  if (actor.scopes === null || access === "any" || access === "public") return;
  if (access === "session") {
    throw new AppError("api_key.session_required", "API keys cannot do this; sign in to the Studio.");
  }
  if (!actor.scopes.includes(access)) {
    throw new AppError("auth.insufficient_scope", `This API key lacks the scope \`${access}\`.`, {
      requiredScope: access,
    });
  }
}
