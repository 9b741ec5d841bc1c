import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import GithubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { AppError } from "@/core/errors";
import { env } from "../env";
import { clientAddress } from "../http/client-address";
import { log } from "../log";
import { closeSession } from "./close-session";
import { verifiedGithubEmail } from "./github-email";
import { openSession } from "./open-session";
import { safeRedirect } from "./safe-redirect";
import { hostCookies } from "./session-cookie";
import { readSessionToken } from "./session-token";
import { signInWithPassword } from "./sign-in-with-password";
import { signInWithProvider } from "./sign-in-with-provider";

/**
 * Settings of next-auth for a request of a browser that calls itself `userAgent` and came over HTTPS if `secure`. A session is a signed cookie (JWT)
 * that names a row by its `sid`, so that it can be revoked. Without `NEXTAUTH_URL` the address is the one the browser
 * used, as the front server forwards it.
 */
export function authOptions(userAgent: string, secure = false): NextAuthOptions {
  const settings = env();
  // next-auth reads this one itself; the front server overwrites whatever forwarded headers a client sends.
  if (!settings.NEXTAUTH_URL) process.env.AUTH_TRUST_HOST = "true";
  return {
    secret: settings.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: 30 * 24 * 3600 },
    useSecureCookies: secure,
    cookies: hostCookies(secure),
    jwt: { decode: readSessionToken },
    events: { signOut: ({ token }) => (typeof token?.sid === "string" ? closeSession(token.sid) : undefined) },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [passwordProvider(), ...outsideProviders()],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.type !== "oauth") return true;
        const proof = account.provider === "google" ? (profile as { email_verified?: boolean }).email_verified : true;
        const own = await visible(() =>
          signInWithProvider({ email: user.email, emailVerified: proof === true, name: user.name }),
        );
        Object.assign(user, { id: own.id, email: own.email, name: own.name });
        return true;
      },
      jwt: async ({ token, user }) =>
        user
          ? { ...token, sub: user.id, sid: await visible(() => openSession(user.id, userAgent)), picture: undefined }
          : token,
      session: ({ session, token }) => ({ ...session, user: { ...session.user, id: token.sub } }),
      redirect: ({ url, baseUrl }) => safeRedirect(url, baseUrl),
    },
    logger: {
      error: (code, details) => log.error({ code, details: String((details as Error)?.message ?? "") }, "next-auth"),
      warn: (code) => log.debug({ code }, "next-auth"),
      debug: () => {},
    },
  };
}

function passwordProvider() {
  return CredentialsProvider({
    name: "E-mail and password",
    credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
    authorize: async (credentials, request) => {
      const address = clientAddress({ headers: new Headers(request.headers as Record<string, string>) });
      const user = await visible(() => signInWithPassword(credentials ?? {}, address));
      return user && { id: user.id, email: user.email, name: user.name };
    },
  });
}

function outsideProviders(): NextAuthOptions["providers"] {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GITHUB_ID, GITHUB_SECRET } = env();
  const providers: NextAuthOptions["providers"] = [];
  if (GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET) {
    providers.push(GoogleProvider({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET }));
  }
  if (GITHUB_ID && GITHUB_SECRET) {
    providers.push(
      GithubProvider({
        clientId: GITHUB_ID,
        clientSecret: GITHUB_SECRET,
        profile: async (profile, tokens) => ({
          id: String(profile.id),
          name: profile.name ?? profile.login,
          email: await verifiedGithubEmail(tokens.access_token ?? ""),
        }),
      }),
    );
  }
  return providers;
}

/** next-auth shows the message of whatever is thrown to the person who signs in, so only our own words may pass. */
async function visible<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    log.error({ err: thrown }, "sign-in failed");
    throw new Error("Signing in does not work at the moment. Try again shortly.");
  }
}
