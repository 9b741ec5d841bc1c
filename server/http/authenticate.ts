import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import { actorOfApiKey } from "../api-keys/authenticate-api-key";
import { readSessionToken } from "../auth/session-token";
import { env } from "../env";

const SESSION_COOKIES = ["__Secure-next-auth.session-token", "next-auth.session-token"];

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
  return token ? actorOfApiKey(token) : null;
}

async function actorOfCookie(request: Request): Promise<Actor | null> {
  const token = sessionCookie(request.headers.get("cookie") ?? "");
  if (!token) return null;
  const claims = await readSessionToken({ token, secret: env().NEXTAUTH_SECRET });
  return claims && { userId: claims.sub, method: "session", scopes: null, sessionId: claims.sid };
}

/** next-auth splits cookies above 4 kB into `name.0`, `name.1`, …. */
function sessionCookie(header: string): string | null {
  const cookies = new Map(
    header.split(/; */).map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), decoded(pair.slice(at + 1))] as const;
    }),
  );
  for (const name of SESSION_COOKIES) {
    const whole = cookies.get(name);
    if (whole) return whole;
    const chunks = [...cookies]
      .filter(([key]) => key.startsWith(`${name}.`))
      .sort(([a], [b]) => chunkNumber(a) - chunkNumber(b));
    if (chunks.length > 0) return chunks.map(([, value]) => value).join("");
  }
  return null;
}

function chunkNumber(cookieName: string): number {
  return Number(cookieName.slice(cookieName.lastIndexOf(".") + 1));
}

/** A cookie of somebody else may hold a bare `%`; that must not cost us ours. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
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
