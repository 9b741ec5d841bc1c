import { createHash, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import * as approve from "@/app/v1/auth/oauth/approve/route";
import * as device from "@/app/v1/auth/oauth/device/route";
import * as revoke from "@/app/v1/auth/oauth/revoke/route";
import * as apiKeys from "@/app/v1/creator/api-keys/route";
import * as password from "@/app/v1/me/password/route";
import * as me from "@/app/v1/me/route";
import * as sessions from "@/app/v1/me/sessions/route";
import type { Actor } from "@/core/actor";
import { DEVICE_GRANT } from "@/core/devices/grant-type";
import { seedCreator } from "@/prisma/seed/builders";
import { call } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { db } from "@/server/db";
import { LIMITS } from "@/server/http/rate-limit";
import * as route from "./route";

const start = () => call(device, "POST", { body: { client_id: "Living room" } });
const ask = (device_code: string, headers: Record<string, string> = {}) =>
  call(route, "POST", { body: { grant_type: DEVICE_GRANT, device_code }, headers });
const refresh = (refresh_token: string) =>
  call(route, "POST", { body: { grant_type: "refresh_token", refresh_token } });
const answer = (as: Actor | string, userCode: string, approved = true) =>
  call(approve, "POST", { as, body: { userCode, approve: approved } });

/** A TV that its owner let in. */
async function linkTv(owner: Actor) {
  const { body: started } = await start();
  expect((await answer(owner, started.user_code)).status).toBe(204);
  const { status, body } = await ask(started.device_code);
  expect(status).toBe(200);
  return body as { access_token: string; refresh_token: string };
}

describe("200: a TV signs in", () => {
  test("start, wait, approve, go: the tokens open the API as its owner, and only hashes are kept", async () => {
    const ada = await seedCreator();
    const { status, body: started } = await start();
    expect(status).toBe(200);
    expect(started).toMatchObject({ expires_in: 900, interval: 5 });
    expect(started.user_code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    expect(started.verification_uri_complete).toBe(`${started.verification_uri}?user_code=${started.user_code}`);
    expect((await ask(started.device_code)).body.error.code).toBe("authorization_pending");
    await answer(ada, ` ${started.user_code.toLowerCase().replace("-", " ")}`);

    const { body } = await ask(started.device_code);
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 86_400 });
    const who = await call(me, "GET", { as: body.access_token });
    expect(who.body).toMatchObject({ user: { id: ada.userId }, auth: { method: "tv" } });
    const rows = await db.sessionToken.findMany({ where: { session: { userId: ada.userId } } });
    expect(rows.map((row) => row.tokenHash)).toContain(createHash("sha256").update(body.access_token).digest("hex"));
    expect((await call(sessions, "GET", { as: ada })).body.sessions).toContainEqual(
      expect.objectContaining({ kind: "tv", device: "Living room" }),
    );
  });

  test("forms are taken as well as JSON, as OAuth clients send them", async () => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const { status, body } = await call(device, "POST", { body: "client_id=Kitchen&scope=all", headers });
    expect(status).toBe(200);
    const form = new URLSearchParams({ grant_type: DEVICE_GRANT, device_code: body.device_code }).toString();
    expect((await call(route, "POST", { body: form, headers })).body.error.code).toBe("authorization_pending");
  });

  test("a TV may make and list API keys, and may not touch passwords, sessions or the account", async () => {
    const { access_token } = await linkTv(await seedCreator());
    expect((await call(apiKeys, "GET", { as: access_token })).status).toBe(200);
    const refused = [
      await call(password, "POST", { as: access_token, body: { newPassword: "correct horse battery" } }),
      await call(sessions, "GET", { as: access_token }),
      await call(me, "PATCH", { as: access_token, body: { name: "TV" } }),
      await call(me, "DELETE", { as: access_token, body: { email: "a@example.com" } }),
    ];
    for (const { status, body } of refused) expect([status, body.error.code]).toEqual([403, "auth.browser_required"]);
  });
});

describe("400 while it waits", () => {
  test("slow_down for a TV that asks too soon, and five seconds more from then on", async () => {
    const { body: started } = await start();
    await ask(started.device_code);
    const { status, body } = await ask(started.device_code);
    expect([status, body.error.code, body.error.details.interval]).toEqual([400, "slow_down", 10]);
    const userCode = started.user_code.replace("-", "");
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
    await db.deviceGrant.update({ where: { userCode }, data: { lastPolledAt: ago(600) } });
    expect((await ask(started.device_code)).body.error.code).toBe("authorization_pending");
  });

  test("waiting costs nothing of the limit, exchanging does", async () => {
    const address = { "X-Forwarded-For": randomUUID() };
    const { body: started } = await start();
    for (let count = 0; count < 3; count++) await ask(started.device_code, address);
    const { headers } = await ask("unknown", address);
    expect(headers.get("RateLimit-Remaining")).toBe(String(LIMITS.oauth_exchange.limit - 1));
  });
});

describe("400 when it is over", () => {
  test("access_denied for a TV that was turned away", async () => {
    const { body: started } = await start();
    await answer(await seedCreator(), started.user_code, false);
    expect((await ask(started.device_code)).body.error.code).toBe("access_denied");
  });

  test("expired_token when nobody answered in time, and the code leads nowhere any more", async () => {
    const { body: started } = await start();
    const userCode = started.user_code.replace("-", "");
    await db.deviceGrant.update({ where: { userCode }, data: { expiresAt: new Date() } });
    expect((await ask(started.device_code)).body.error.code).toBe("expired_token");
    expect((await answer(await seedCreator(), started.user_code)).status).toBe(404);
  });

  test("invalid_grant for a code that is unknown or was used, whoever asks first", async () => {
    expect((await ask("tvc_unknown")).body.error.code).toBe("invalid_grant");
    const { body: started } = await start();
    await answer(await seedCreator(), started.user_code);
    const codes = (await Promise.all([ask(started.device_code), ask(started.device_code)])).map(({ status }) => status);
    expect(codes.sort()).toEqual([200, 400]);
  });

  test("unsupported_grant_type and request.missing_parameter say what is wanted", async () => {
    const { body } = await call(route, "POST", { body: { grant_type: "password" } });
    expect(body.error.code).toBe("unsupported_grant_type");
    const missing = await call(route, "POST", { body: { grant_type: DEVICE_GRANT } });
    expect([missing.status, missing.body.error.code]).toEqual([400, "request.missing_parameter"]);
  });
});

describe("200: refresh tokens", () => {
  test("rotate: each is good once and brings the next pair", async () => {
    const first = await linkTv(await seedCreator());
    const { status, body: second } = await refresh(first.refresh_token);
    expect(status).toBe(200);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    for (const token of [first.access_token, second.access_token])
      expect((await call(me, "GET", { as: token })).status).toBe(200);
  });

  test("one that is used twice at once, its first reply lost, does not sign the TV out", async () => {
    const first = await linkTv(await seedCreator());
    const { body: lost } = await refresh(first.refresh_token);
    expect((await refresh(first.refresh_token)).status).toBe(200);
    expect((await call(me, "GET", { as: lost.access_token })).status).toBe(200);
  });

  test("one that is used again later ends the session with all its tokens", async () => {
    const first = await linkTv(await seedCreator());
    const { body: second } = await refresh(first.refresh_token);
    const tokenHash = createHash("sha256").update(first.refresh_token).digest("hex");
    await db.sessionToken.update({ where: { tokenHash }, data: { usedAt: new Date(Date.now() - 120_000) } });
    expect((await refresh(first.refresh_token)).body.error.code).toBe("invalid_grant");
    expect((await call(me, "GET", { as: second.access_token })).status).toBe(401);
    expect((await refresh(second.refresh_token)).body.error.code).toBe("invalid_grant");
  });

  test("an access token is none, and one that has expired is refused", async () => {
    const pair = await linkTv(await seedCreator());
    expect((await refresh(pair.access_token)).body.error.code).toBe("invalid_grant");
    const tokenHash = createHash("sha256").update(pair.access_token).digest("hex");
    await db.sessionToken.update({ where: { tokenHash }, data: { expiresAt: new Date() } });
    expect((await call(me, "GET", { as: pair.access_token })).status).toBe(401);
  });
});

describe("signing a TV out", () => {
  test("by itself", async () => {
    const { access_token } = await linkTv(await seedCreator());
    expect((await call(revoke, "POST", { as: access_token })).status).toBe(204);
    expect((await call(me, "GET", { as: access_token })).status).toBe(401);
    const key = await seedApiKey(await seedCreator(), "content:read");
    expect((await call(revoke, "POST", { as: key })).body.error.code).toBe("auth.tv_required");
  });
});

describe("approving", () => {
  test("401, 403, 404 and 429: nobody, a key, a code that no TV shows, and too many of those", async () => {
    const { body: started } = await start();
    const body = { userCode: started.user_code, approve: true };
    expect((await call(approve, "POST", { body })).status).toBe(401);
    const ada = await seedCreator();
    expect((await answer(await seedApiKey(ada, "channel:write"), started.user_code)).status).toBe(403);
    expect((await answer(ada, "BBBB-BBBB")).status).toBe(404);
    const guesses = Array.from({ length: LIMITS.device_code_entry.limit }, () => answer(ada, "CCCC-CCCC"));
    expect((await Promise.all(guesses)).filter(({ status }) => status === 429)).toHaveLength(1);
    expect((await answer(ada, started.user_code)).status).toBe(429);
  });
});
