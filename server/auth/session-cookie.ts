import type { NextAuthOptions } from "next-auth";

const PLAIN = "next-auth.session-token";

/**
 * Name of the session cookie. Over HTTPS it begins with `__Host-`: browsers take such a cookie only from this very
 * host, so that no other host of the domain can plant a session of its own.
 */
export function sessionCookieName(secure: boolean): string {
  return secure ? `__Host-${PLAIN}` : PLAIN;
}

/** The cookies of next-auth over HTTPS, all bound to this host; null where it keeps its own names. */
export function hostCookies(secure: boolean): NextAuthOptions["cookies"] {
  if (!secure) return undefined;
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: true } as const;
  const passing = { ...options, maxAge: 15 * 60 };
  return {
    sessionToken: { name: sessionCookieName(true), options },
    callbackUrl: { name: "__Host-next-auth.callback-url", options },
    csrfToken: { name: "__Host-next-auth.csrf-token", options },
    pkceCodeVerifier: { name: "__Host-next-auth.pkce.code_verifier", options: passing },
    state: { name: "__Host-next-auth.state", options: passing },
    nonce: { name: "__Host-next-auth.nonce", options },
  };
}

/**
 * The session token in a `Cookie` header. Over HTTPS no other name than the one bound to this host is believed.
 * next-auth splits cookies above 4 kB into `name.0`, `name.1`, ….
 */
export function sessionTokenOf(header: string, secure: boolean): string | null {
  const name = sessionCookieName(secure);
  const cookies = new Map(
    header.split(/; */).map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), decoded(pair.slice(at + 1))] as const;
    }),
  );
  const whole = cookies.get(name);
  if (whole) return whole;
  const chunks = [...cookies]
    .filter(([key]) => key.startsWith(`${name}.`))
    .sort(([a], [b]) => chunkNumber(a) - chunkNumber(b));
  return chunks.length > 0 ? chunks.map(([, value]) => value).join("") : null;
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
