import { encode } from "next-auth/jwt";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedBlock, seedChannel, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { call, sessionCookie } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { closeSession } from "@/server/auth/close-session";
import { openSession } from "@/server/auth/open-session";
import { hashPassword } from "@/server/auth/password";
import { removeClosedAccounts } from "@/server/auth/remove-closed-accounts";
import { signInWithPassword } from "@/server/auth/sign-in-with-password";
import { publishChannel } from "@/server/channels/publish-channel";
import { purgeContent } from "@/server/content/purge-content";
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

describe("changing the profile", () => {
  const change = (as: Actor | string, body: unknown) => call(route, "PATCH", { as, body });
  const password = "correct horse battery";
  const withPassword = async () => seedCreator({ passwordHash: await hashPassword(password) });

  test("200: name and preferences, with an entry in the log for the name only", async () => {
    const ada = await seedCreator();
    const preferences = { timezone: "Europe/Berlin", theme: "dark", clock: "h23" };
    expect((await change(ada, preferences)).body).toMatchObject({ ...preferences, hasPassword: false });
    expect((await change(ada, { name: "Ada King" })).body.name).toBe("Ada King");
    const entries = await db.auditEntry.findMany({ where: { ownerId: ada.userId } });
    expect(entries.map((entry) => entry.action)).toEqual(["account.profile_changed"]);
  });

  test("200: the e-mail address, with the password; whoever vouched for the old one does not for the new one", async () => {
    const ada = await withPassword();
    await db.user.update({ where: { id: ada.userId }, data: { emailVerifiedAt: new Date() } });
    const email = `${crypto.randomUUID()}@Example.com`;
    const { status, body } = await change(ada, { email, currentPassword: password });
    expect([status, body.email]).toEqual([200, email.toLowerCase()]);
    expect((await db.user.findUniqueOrThrow({ where: { id: ada.userId } })).emailVerifiedAt).toBeNull();
  });

  test("403: another e-mail address without the password or with a wrong one", async () => {
    const ada = await withPassword();
    for (const currentPassword of [undefined, "wrong horse battery"]) {
      const { status, body } = await change(ada, { email: "new@example.com", currentPassword });
      expect([status, body.error.code]).toEqual([403, "auth.password_wrong"]);
    }
  });

  test("403: with an API key, however mighty", async () => {
    const token = await seedApiKey(await seedCreator(), "channel:write");
    expect((await change(token, { name: "X" })).body.error.code).toBe("api_key.session_required");
  });

  test("409: an address that is taken, or of an account without a password", async () => {
    const taken = { email: `${crypto.randomUUID()}@example.com` };
    await seedCreator(taken);
    const { status, body } = await change(await withPassword(), { ...taken, currentPassword: password });
    expect([status, body.error.code]).toEqual([409, "auth.email_taken"]);
    expect((await change(await seedCreator(), taken)).body.error.code).toBe("auth.password_missing");
  });

  test("422: nothing, or a time zone, theme or clock that there is not", async () => {
    const ada = await seedCreator();
    for (const body of [{}, { timezone: "Mars/Olympus" }, { theme: "pink" }, { clock: "24" }, { id: "x" }])
      expect((await change(ada, body)).status).toBe(422);
  });
});

describe("closing the account", () => {
  const password = "correct horse battery";
  const close = (as: Actor, body: unknown) => call(route, "DELETE", { as, body });

  test("204: nobody gets in any more, the address is free, and the sweep removes what is left", async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const ada = await seedCreator({ email, passwordHash: await hashPassword(password) });
    const key = await seedApiKey(ada, "content:read");
    const channel = await seedChannel(ada);
    const item = await seedReadyContent(ada);
    await seedBlock(channel, item, new Date(Date.now() + 3_600_000), 60_000);
    expect((await close(ada, { email, password })).status).toBe(204);

    expect((await call(route, "GET", { as: ada })).status).toBe(401);
    await expect.poll(async () => (await call(route, "GET", { as: key })).status, { timeout: 15_000 }).toBe(401);
    expect(await signInWithPassword({ email, password }, crypto.randomUUID())).toBeNull();
    await seedCreator({ email });

    const later = new Date(Date.now() + 120_000);
    await purgeContent(item.id, later);
    await removeClosedAccounts(later);
    expect(await db.user.findUnique({ where: { id: ada.userId } })).toBeNull();
    expect(await db.channel.findUnique({ where: { id: channel.id } })).toBeNull();
  });

  test("the sweep waits for the files of the account", async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const ada = await seedCreator({ email });
    await seedReadyContent(ada);
    await close(ada, { email });
    await removeClosedAccounts(new Date(Date.now() + 120_000));
    expect(await db.user.findUnique({ where: { id: ada.userId } })).not.toBeNull();
  });

  test("409 while channels are on the air, and 204 when they may be taken off", async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const ada = await seedCreator({ email });
    const channel = await seedChannel(ada, { name: "Night" });
    await publishChannel(ada, channel.id);
    const { status, body } = await close(ada, { email });
    expect([status, body.error.code]).toEqual([409, "account.channels_published"]);
    expect(body.error.details.channels).toEqual([{ id: channel.id, name: "Night" }]);
    expect((await close(ada, { email, unpublish: true })).status).toBe(204);
    expect((await db.channel.findUniqueOrThrow({ where: { id: channel.id } })).status).toBe("draft");
  });

  test("403 without the password, 422 without the address", async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const ada = await seedCreator({ email, passwordHash: await hashPassword(password) });
    expect((await close(ada, { email })).body.error.code).toBe("auth.password_wrong");
    expect((await close(ada, { email: "other@example.com", password })).status).toBe(422);
    expect((await call(route, "GET", { as: ada })).status).toBe(200);
  });
});
