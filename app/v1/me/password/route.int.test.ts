import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { openSession } from "@/server/auth/open-session";
import { hashPassword } from "@/server/auth/password";
import { SIGN_IN_LIMITS, signInWithPassword } from "@/server/auth/sign-in-with-password";
import { signInWithProvider } from "@/server/auth/sign-in-with-provider";
import { db } from "@/server/db";
import * as me from "../route";
import * as route from "./route";

const currentPassword = "correct horse battery";
const newPassword = "a sentence that is easy to keep";
const change = (as: Actor | string, body: unknown) => call(route, "POST", { as, body });

async function signedIn(fields: { email?: string; passwordHash?: string } = {}): Promise<Actor> {
  const actor = await seedCreator(fields);
  return { ...actor, sessionId: await openSession(actor.userId, "") };
}

describe("204", () => {
  test("the new password works and the old one does not; every other session ends, this one goes on", async () => {
    const email = `${randomUUID()}@example.com`;
    const ada = await signedIn({ email, passwordHash: await hashPassword(currentPassword) });
    const elsewhere = { ...ada, sessionId: await openSession(ada.userId, "") };
    expect((await change(ada, { currentPassword, newPassword })).status).toBe(204);
    expect(await signInWithPassword({ email, password: newPassword }, randomUUID())).not.toBeNull();
    expect(await signInWithPassword({ email, password: currentPassword }, randomUUID())).toBeNull();
    expect((await call(me, "GET", { as: ada })).status).toBe(200);
    expect((await call(me, "GET", { as: elsewhere })).status).toBe(401);
    const [entry] = await db.auditEntry.findMany({ where: { ownerId: ada.userId } });
    expect(entry?.action).toBe("account.password_changed");
  });

  test("an account of another service sets its first password, and both ways in stay open", async () => {
    const profile = { email: `${randomUUID()}@example.com`, emailVerified: true, name: "Grace" };
    const user = await signInWithProvider(profile);
    const grace: Actor = { userId: user.id, method: "session", scopes: null };
    expect((await change(grace, { newPassword })).status).toBe(204);
    expect((await signInWithPassword({ email: profile.email, password: newPassword }, randomUUID()))?.id).toBe(user.id);
    expect((await signInWithProvider(profile)).id).toBe(user.id);
  });
});

describe("403", () => {
  test("without the current password, or with a wrong one", async () => {
    const ada = await signedIn({ passwordHash: await hashPassword(currentPassword) });
    for (const given of [undefined, "wrong horse battery"]) {
      const { status, body } = await change(ada, { currentPassword: given, newPassword });
      expect([status, body.error.code]).toEqual([403, "auth.password_wrong"]);
    }
  });

  test("with an API key", async () => {
    const token = await seedApiKey(await seedCreator(), "content:read");
    expect((await change(token, { newPassword })).body.error.code).toBe("api_key.session_required");
  });
});

describe("422", () => {
  test("a password that is too short", async () => {
    const { status, body } = await change(await signedIn(), { newPassword: "short" });
    expect([status, body.error.details.issues[0].path]).toEqual([422, ["newPassword"]]);
  });
});

describe("429", () => {
  test("guessing meets the throttle of signing in", async () => {
    const ada = await signedIn({ passwordHash: await hashPassword(currentPassword) });
    const wrong = { currentPassword: "wrong horse battery", newPassword };
    await Promise.all(Array.from({ length: SIGN_IN_LIMITS.account.limit }, () => change(ada, wrong)));
    const { status, headers } = await change(ada, { currentPassword, newPassword });
    expect(status).toBe(429);
    expect(Number(headers.get("Retry-After"))).toBeGreaterThan(60);
  });
});
