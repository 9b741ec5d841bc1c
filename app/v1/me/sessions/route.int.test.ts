import { describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { openSession } from "@/server/auth/open-session";
import { stillValid } from "@/server/auth/still-valid";
import { db } from "@/server/db";
import * as me from "../route";
import * as one from "./[id]/route";
import * as route from "./route";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const list = (as: Actor | string) => call(route, "GET", { as });
const revoke = (as: Actor, id: string) => call(one, "DELETE", { as, params: { id } });

async function signIn(actor: Actor, userAgent = FIREFOX): Promise<Actor & { sessionId: string }> {
  return { ...actor, sessionId: await openSession(actor.userId, userAgent) };
}

describe("200", () => {
  test("sessions in words, those seen last first, the one that asks marked; none revoked or long gone", async () => {
    const creator = await seedCreator();
    const [here, tv, gone, old] = [
      await signIn(creator),
      await signIn(creator),
      await signIn(creator),
      await signIn(creator),
    ];
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const set = (id: string, data: object) => db.session.update({ where: { id }, data });
    await set(tv.sessionId, { kind: "tv", name: "Living room", lastSeenAt: ago(10) });
    await set(gone.sessionId, { revokedAt: new Date() });
    await set(old.sessionId, { lastSeenAt: ago(31 * 24 * 60) });
    const { status, body } = await list(here);
    expect(status).toBe(200);
    expect(body.sessions).toMatchObject([
      { id: here.sessionId, kind: "browser", device: "Firefox on Linux", isCurrent: true },
      { id: tv.sessionId, kind: "tv", device: "Living room", isCurrent: false },
    ]);
  });

  test("a session that is used is seen, to the minute", async () => {
    const ada = await signIn(await seedCreator());
    const before = new Date(Date.now() - 120_000);
    await db.session.update({ where: { id: ada.sessionId }, data: { lastSeenAt: before } });
    await list(ada);
    const { lastSeenAt } = await db.session.findUniqueOrThrow({ where: { id: ada.sessionId } });
    expect(lastSeenAt.getTime()).toBeGreaterThan(before.getTime() + 60_000);
  });
});

describe("204", () => {
  test("a session that is revoked ends with its next request, and long connections see it", async () => {
    const creator = await seedCreator();
    const [here, there] = [await signIn(creator), await signIn(creator)];
    expect(await stillValid(there)).toBe(true);
    for (const _ of ["first", "again"]) expect((await revoke(here, there.sessionId)).status).toBe(204);
    expect((await call(me, "GET", { as: there })).status).toBe(401);
    expect(await stillValid(there)).toBe(false);
    const entries = await db.auditEntry.findMany({ where: { ownerId: creator.userId } });
    expect(entries.map(({ action, targetName }) => [action, targetName])).toEqual([
      ["account.session_revoked", "Firefox on Linux"],
    ]);
  });

  test("all others end and the one that asks goes on", async () => {
    const creator = await seedCreator();
    const [here, ...others] = [await signIn(creator), await signIn(creator), await signIn(creator)];
    expect((await call(route, "DELETE", { as: here })).status).toBe(204);
    for (const other of others) expect((await call(me, "GET", { as: other })).status).toBe(401);
    expect((await list(here)).body.sessions).toHaveLength(1);
  });
});

describe("403", () => {
  test("with an API key", async () => {
    expect((await list(await seedApiKey(await seedCreator(), "content:read"))).status).toBe(403);
  });
});

describe("404", () => {
  test("a session of somebody else goes on", async () => {
    const [ada, grace] = [await signIn(await seedCreator()), await signIn(await seedCreator())];
    expect((await revoke(ada, grace.sessionId)).status).toBe(404);
    expect((await call(me, "GET", { as: grace })).status).toBe(200);
  });
});
