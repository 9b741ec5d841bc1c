import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { beforeAll, describe, expect, test } from "vitest";
import * as me from "@/app/v1/me/route";
import { call } from "@/scripts/testing/call-route";
import { authOptions } from "@/server/auth/next-auth";
import { register } from "@/server/auth/register";
import { SIGN_IN_LIMITS } from "@/server/auth/sign-in-with-password";
import { signInWithProvider } from "@/server/auth/sign-in-with-provider";
import * as route from "./route";

const password = "correct horse";
const newEmail = () => `${randomUUID()}@example.com`;
let email: string;

beforeAll(async () => {
  email = newEmail();
  await register({ email, password, name: "Ada" });
});

type Cookies = Record<string, string>;

/** Answers as the adapter of next-auth that needs no running Next does, with the settings of the route. */
async function auth(
  action: string,
  body: Cookies = {},
  cookies: Cookies = {},
  { address = randomUUID() as string, proto = "http" } = {},
) {
  const set = { ...cookies };
  const lines: string[] = [];
  const answer: { redirect?: string; body?: Record<string, string>; cookies: Cookies; lines: string[] } = {
    cookies: set,
    lines,
  };
  const response = {
    status: () => response,
    getHeader: () => undefined,
    setHeader: (name: string, value: string | string[]) => {
      if (name === "Location") answer.redirect = String(value);
      if (name === "Set-Cookie") lines.push(...[value].flat());
      if (name === "Set-Cookie") for (const line of [value].flat()) remember(line, set);
      return response;
    },
    json: (sent: { url?: string }) => Object.assign(answer, { redirect: sent.url }),
    send: (sent: Record<string, string>) => Object.assign(answer, { body: sent }),
    end: () => {},
  };
  const headers = {
    host: "lineup.test",
    "x-forwarded-host": "lineup.test",
    "x-forwarded-proto": proto,
    "x-forwarded-for": address,
  };
  const method = action === "csrf" ? "GET" : "POST";
  await NextAuth(
    { query: { nextauth: action.split("/") }, method, headers, cookies, body } as never,
    response as never,
    authOptions("Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0", proto === "https"),
  );
  return answer;
}

function remember(line: string, cookies: Cookies): void {
  const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
  cookies[name] = decodeURIComponent(value);
}

/** What the browser does: fetch a CSRF token, then post the credentials. */
async function signIn(credentials: Record<string, string>, address?: string, proto = "http") {
  const csrf = await auth("csrf", {}, {}, { proto });
  const csrfToken = csrf.body?.csrfToken ?? "";
  const sent = { ...credentials, csrfToken, json: "true" };
  return auth("callback/credentials", sent, csrf.cookies, { address, proto });
}

const errorOf = (reply: { redirect?: string }) => new URL(reply.redirect ?? "http://none").searchParams.get("error");

describe("signing in", () => {
  test("the right password sets a cookie that the API accepts; the address may be in any case", async () => {
    const reply = await signIn({ email: email.toUpperCase(), password });
    const cookie = reply.cookies["next-auth.session-token"];
    const { body } = await call(me, "GET", { headers: { Cookie: `next-auth.session-token=${cookie}` } });
    expect(body).toMatchObject({ user: { email }, auth: { method: "session" } });
  });

  test("signing out ends the session, for copies of its cookie too", async () => {
    const reply = await signIn({ email, password });
    const cookie = reply.cookies["next-auth.session-token"];
    const asks = () => call(me, "GET", { headers: { Cookie: `next-auth.session-token=${cookie}` } });
    expect((await asks()).status).toBe(200);
    const csrf = await auth("csrf", {}, reply.cookies);
    await auth("signout", { csrfToken: csrf.body?.csrfToken ?? "", json: "true" }, csrf.cookies);
    expect((await asks()).status).toBe(401);
  });

  test.each([
    ["a wrong password", () => ({ email, password: "wrong horse" })],
    ["an address without account", () => ({ email: newEmail(), password })],
    ["no password", () => ({ email })],
    ["a password of a megabyte", () => ({ email, password: "x".repeat(1_000_000) })],
  ])("%s is refused, all in the same words", async (_, credentials) => {
    const reply = await signIn(credentials() as Record<string, string>);
    expect(errorOf(reply)).toBe("CredentialsSignin");
    expect(reply.cookies["next-auth.session-token"]).toBeUndefined();
  });

  test("over HTTPS every cookie is bound to this host, and the API believes it there", async () => {
    const reply = await signIn({ email, password }, undefined, "https");
    expect(reply.lines.length).toBeGreaterThan(0);
    for (const line of reply.lines) {
      expect(line).toMatch(/^__Host-next-auth\.[\w.-]+=/);
      expect(line).toMatch(/; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/i);
      expect(line).not.toMatch(/Domain=/i);
    }
    const cookie = `__Host-next-auth.session-token=${reply.cookies["__Host-next-auth.session-token"]}`;
    const { status } = await call(me, "GET", { headers: { Cookie: cookie, "X-Forwarded-Proto": "https" } });
    expect(status).toBe(200);
  });

  test("without the CSRF token nobody signs in", async () => {
    const reply = await auth("callback/credentials", { email, password });
    expect(reply.cookies["next-auth.session-token"]).toBeUndefined();
  });

  test("the way back stays on our own origin", async () => {
    for (const callbackUrl of ["https://evil.example/", "//evil.example", "http://lineup.test.evil.example/"]) {
      const reply = await signIn({ email, password, callbackUrl });
      expect(new URL(reply.redirect ?? "").host).toBe("lineup.test");
    }
    expect((await signIn({ email, password, callbackUrl: "/schedule?day=1" })).redirect).toBe(
      "http://lineup.test/schedule?day=1",
    );
  });
});

describe("the throttle", () => {
  test("ten failures close an account for a while, also for the right password, and say so", async () => {
    const victim = newEmail();
    await register({ email: victim, password, name: "Victim" });
    for (let count = 0; count < SIGN_IN_LIMITS.account.limit; count++)
      await signIn({ email: victim, password: "wrong horse" });
    expect(errorOf(await signIn({ email: victim, password }))).toMatch(
      /^Too many failed attempts.*Try again in 15 minutes\.$/,
    );
    expect(errorOf(await signIn({ email, password }))).toBeNull();
  });

  test("a hundred guesses at once are no way around it", async () => {
    const victim = newEmail();
    const guesses = await Promise.all(
      Array.from({ length: 30 }, () => signIn({ email: victim, password: "wrong horse" })),
    );
    expect(guesses.filter((reply) => errorOf(reply) === "CredentialsSignin")).toHaveLength(
      SIGN_IN_LIMITS.account.limit,
    );
  });

  test("fifty failures close an IP address, for any account", async () => {
    const address = randomUUID();
    for (let count = 0; count < SIGN_IN_LIMITS.address.limit; count++)
      await signIn({ email: newEmail(), password }, address);
    expect(errorOf(await signIn({ email, password }, address))).toMatch(/^Too many/);
  });

  test("somebody who always gets it right is never stopped", async () => {
    const address = randomUUID();
    for (let count = 0; count < SIGN_IN_LIMITS.account.limit + 2; count++) {
      expect(errorOf(await signIn({ email, password }, address))).toBeNull();
    }
  });
});

describe("signing in by a provider", () => {
  test("makes an account once and finds it again", async () => {
    const profile = { email: newEmail().toUpperCase(), emailVerified: true, name: "Grace" };
    const first = await signInWithProvider(profile);
    expect(first).toMatchObject({ email: profile.email.toLowerCase(), name: "Grace", passwordHash: null });
    expect((await signInWithProvider(profile)).id).toBe(first.id);
  });

  test("needs a verified address, and takes no account over that has a password", async () => {
    await expect(signInWithProvider({ email: newEmail(), emailVerified: false, name: "E" })).rejects.toMatchObject({
      code: "auth.unauthenticated",
    });
    await expect(signInWithProvider({ email, emailVerified: true, name: "E" })).rejects.toMatchObject({
      code: "auth.email_taken",
    });
  });
});

describe("a page of another site", () => {
  test("signs nobody in or out: 403 before next-auth sees the request", async () => {
    for (const action of ["callback/credentials", "signout"]) {
      const url = `http://lineup.test/api/auth/${action}`;
      const request = new NextRequest(url, { method: "POST", headers: { Origin: "https://evil.example" } });
      const reply = await route.POST(request, { params: Promise.resolve({ nextauth: action.split("/") }) });
      expect([reply.status, (await reply.json()).error.code]).toEqual([403, "auth.csrf"]);
    }
  });
});
