import { encode } from "next-auth/jwt";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call, sessionCookie } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { closeSession } from "@/server/auth/close-session";
import { openSession } from "@/server/auth/open-session";
import { db } from "@/server/db";
import { env } from "@/server/env";
import * as route from "./route";

const claims = async (actor: Actor) => ({ sub: actor.userId, sid: await openSession(actor.userId, "") });
const withCookie = (cookie: string, headers = {}) => call(route, "GET", { headers: { Cookie: cookie, ...headers } });

describe("200", () => {
  test("a session says who it is", async () => {
    const ada = await seedCreator({ name: "Ada" });
    const { status, body, headers } = await call(route, "GET", { as: ada });
    expect(status).toBe(200);
    expect(body).toMatchObject({ user: { id: ada.userId, name: "Ada" }, auth: { method: "session" } });
    expect(headers.get("X-Request-Id")).toMatch(/^req_[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(headers.get("Cache-Control")).toBe("no-store");
  });

  test("a key says which scopes it holds, whatever they are", async () => {
    const token = await seedApiKey(await seedCreator(), "channel:read");
    expect((await call(route, "GET", { as: token })).body.auth).toEqual({
      method: "api_key",
      scopes: ["channel:read"],
    });
  });

  test("the cookie of https, one in parts, and one beside a broken neighbour", async () => {
    const cookie = (await sessionCookie(await seedCreator())).split("=")[1] ?? "";
    const https = { "X-Forwarded-Proto": "https" };
    expect((await withCookie(`__Host-next-auth.session-token=${cookie}`, https)).status).toBe(200);
    expect((await withCookie(`next-auth.session-token=${cookie}`, https)).status).toBe(401);
    const parts = `next-auth.session-token.1=${cookie.slice(50)}; next-auth.session-token.0=${cookie.slice(0, 50)}`;
    expect((await withCookie(parts)).status).toBe(200);
    expect((await withCookie(`other=50%; next-auth.session-token=${cookie}`)).status).toBe(200);
  });
});

describe("401", () => {
  test.each([
    ["nothing", {}],
    ["a token that is none", { Authorization: "Bearer abc" }],
    ["a key that does not exist", { Authorization: `Bearer vk_live_${"a".repeat(40)}` }],
    ["another scheme", { Authorization: "Basic YTpi" }],
    ["a cookie that is none", { Cookie: "next-auth.session-token=abc" }],
  ])("%s", async (_, headers) => {
    const { status, body } = await call(route, "GET", { headers });
    expect([status, body.error.code]).toEqual([401, "auth.unauthenticated"]);
  });

  test("a session signed with another secret", async () => {
    const ada = await seedCreator();
    const token = await encode({ token: await claims(ada), secret: `${env().NEXTAUTH_SECRET}x` });
    expect((await withCookie(`next-auth.session-token=${token}`)).status).toBe(401);
  });

  test("a cookie that names no session, the session of somebody else, or one that was revoked", async () => {
    const ada = await seedCreator();
    const refused = async (token: { sub: string; sid?: string }) => {
      const cookie = await encode({ token, secret: env().NEXTAUTH_SECRET });
      expect((await withCookie(`next-auth.session-token=${cookie}`)).status).toBe(401);
    };
    const own = await claims(ada);
    await refused({ sub: ada.userId });
    await refused({ sub: ada.userId, sid: (await claims(await seedCreator())).sid });
    await closeSession(own.sid);
    await refused(own);
  });

  test("a session that has run out", async () => {
    const ada = await seedCreator();
    const token = await encode({ token: await claims(ada), secret: env().NEXTAUTH_SECRET, maxAge: -60 });
    expect((await withCookie(`next-auth.session-token=${token}`)).status).toBe(401);
  });

  test("the session of an account that was removed", async () => {
    const ada = await seedCreator();
    const cookie = await sessionCookie(ada);
    await db.user.delete({ where: { id: ada.userId } });
    expect((await withCookie(cookie)).status).toBe(401);
  });

  test("a bad token is not saved by a good cookie", async () => {
    const ada = await seedCreator();
    expect((await call(route, "GET", { as: ada, headers: { Authorization: "Bearer abc" } })).status).toBe(401);
  });
});
