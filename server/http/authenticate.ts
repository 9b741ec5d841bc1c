import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import { actorOfApiKey } from "../api-keys/authenticate-api-key";
import { sessionTokenOf } from "../auth/session-cookie";
import { readSessionToken } from "../auth/session-token";
import { actorOfTvToken } from "../devices/actor-of-tv-token";
import { looksLikeTvToken } from "../devices/device-token";
import { env } from "../env";
import { ownOrigin } from "./own-origin";

/**
 * Who sent this request: the holder of a bearer token, else of a session cookie.
 * @throws auth.unauthenticated when neither is there or valid.
 */
export async function authenticate(request: Request): Promise<Actor> {
  const authorization = request.headers.get("authorization");
  const actor = authorization === null ? await actorOfCookie(request) : await actorOfBearer(authorization);
  if (!actor) {
    throw new AppError(
      "auth.unauthenticated",
      "Sign in, or send a valid API key as `Authorization: Bearer vk_live_…`.",
    );
  }
  return actor;
}

async function actorOfBearer(authorization: string): Promise<Actor | null> {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (!token) return null;
  return looksLikeTvToken(token) ? actorOfTvToken(token) : actorOfApiKey(token);
}

async function actorOfCookie(request: Request): Promise<Actor | null> {
  const secure = ownOrigin(request).startsWith("https:");
  const token = sessionTokenOf(request.headers.get("cookie") ?? "", secure);
  if (!token) return null;
  const claims = await readSessionToken({ token, secret: env().NEXTAUTH_SECRET });
  return claims && { userId: claims.sub, method: "session", scopes: null, sessionId: claims.sid };
}

/**
 * Cross-site request forgery: a browser sends the cookie along with any request, so a changing one must name
 * our own origin.
 * @throws auth.csrf
 */
export function requireSameOrigin(request: Request, ownOrigin: string): void {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return;
  if (request.headers.get("origin") === ownOrigin) return;
  throw new AppError("auth.csrf", "This request did not come from a page of this Studio.");
}

/**
 * As {@link requireSameOrigin}, where no cookie gives the caller any right yet: programs, which name no origin, may
 * come; a browser names one with every request that it sends for a page.
 * @throws auth.csrf
 */
export function refuseOtherOrigin(request: Request, ownOrigin: string): void {
  if (request.headers.get("origin") !== null) requireSameOrigin(request, ownOrigin);
}
