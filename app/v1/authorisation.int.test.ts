import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { SCOPES } from "@/core/api-keys/scopes";
import { seedCreator } from "@/prisma/seed/builders";
import { type Call, type Method, type Route, send } from "@/scripts/testing/call-route";
import { seedApiKey } from "@/scripts/testing/seed-api-key";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { expireApiKey } from "@/server/api-keys/expire-api-key";
import { revokeApiKey } from "@/server/api-keys/revoke-api-key";
import { db } from "@/server/db";
import { operationsOf } from "@/server/http/openapi/document";
import { ROUTES } from "./openapi.json/routes";
import { type Belongings, requestOf, seedBelongings } from "./testing/authorisation-requests";
import { AUTHORISATION } from "./testing/authorisation-table";

let ada: Actor;
let eve: Actor;
let own: Belongings;
/** Tokens: of one scope each, of all others, and of no use any more. */
const holding = new Map<string, string>();
const lacking = new Map<string, string>();
let useless: { expired: string; revoked: string };
let eves: string;
let importKeys: { ada: string; eve: string; expired: string; revoked: string };

beforeAll(async () => {
  [ada, eve] = await Promise.all([seedCreator(), seedCreator({ name: "Eve" })]);
  own = await seedBelongings(ada);
  await db.user.update({ where: { id: ada.userId }, data: { isModerator: true } });
  for (const scope of SCOPES) {
    holding.set(scope, await seedApiKey(ada, scope));
    lacking.set(scope, await seedApiKey(ada, ...SCOPES.filter((other) => other !== scope)));
  }
  useless = await uselessKeys({ name: "Useless", kind: "creator", scopes: [...SCOPES] });
  eves = await seedApiKey(eve, ...SCOPES);
  const importKey = { name: "Import", kind: "import" } as const;
  importKeys = {
    ada: (await createApiKey(ada, importKey)).key.token,
    eve: (await createApiKey(eve, importKey)).key.token,
    ...(await uselessKeys(importKey)),
  };
});

async function uselessKeys(input: Parameters<typeof createApiKey>[1]): Promise<{ expired: string; revoked: string }> {
  const [expired, revoked] = [(await createApiKey(ada, input)).key, (await createApiKey(ada, input)).key];
  await expireApiKey(expired.id, new Date(Date.now() - 1000));
  await revokeApiKey(ada, revoked.id);
  return { expired: expired.token, revoked: revoked.token };
}

const rows = Object.entries(AUTHORISATION).map(([row, [access, foreign, right]]) => {
  const [method, path] = row.split(" ") as [Method, string];
  return { row, method, route: (ROUTES[path] ?? {}) as Route, access, foreign, right };
});
const closed = rows.filter(({ access }) => access !== "public");

/** The status with which others are refused, whatever they name. */
const REFUSALS: Readonly<Record<string, number>> = { hidden: 404, moderators: 403 };

test("every route has a row, with the access that it declares, and every row a route", () => {
  const declared = operationsOf(ROUTES).map(({ method, path, operation }) => [`${method} ${path}`, operation.access]);
  const written = rows.map(({ row, access }) => [row, access]);
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(declared));
});

function keyHeader(access: string, token: string): Record<string, string> {
  return access === "import_key" ? { "X-API-Key": token } : { Authorization: `Bearer ${token}` };
}

/** Calls with a token in the header that this row takes, or with none. */
function knock(one: (typeof rows)[number], token: string | null, call: Call = {}): Promise<Response> {
  const { headers = {}, ...rest } = { ...requestOf(one.row, own), ...call };
  const key = token === null ? {} : keyHeader(one.access, token);
  return send(one.route, one.method, { ...rest, headers: { ...headers, ...key } });
}

const tokenOf = (one: (typeof rows)[number], of: "expired" | "revoked") =>
  one.access === "import_key" ? importKeys[of] : useless[of];

describe.each(closed)("$row", (one) => {
  test("without a key: 401", async () => {
    expect((await knock(one, null)).status).toBe(401);
  });

  test("with garbage, an expired key, a revoked key: 401", async () => {
    for (const token of ["vk_live_garbage", tokenOf(one, "expired"), tokenOf(one, "revoked")]) {
      expect((await knock(one, token)).status).toBe(401);
    }
  });
});

describe.each(rows.filter(({ access }) => access.includes(":") || access === "session"))("$row", (one) => {
  test("with a key of every other scope: 403", async () => {
    const token = one.access === "session" ? eves : lacking.get(one.access);
    const reply = await knock(one, token ?? "");
    const code = one.access === "session" ? "api_key.session_required" : "auth.insufficient_scope";
    expect([reply.status, (await reply.json()).error.code]).toEqual([403, code]);
  });
});

describe.each(rows.filter(({ foreign }) => foreign !== "public"))("$row", (one) => {
  test(`another creator: ${REFUSALS[one.foreign] ?? "nothing of the owner's"}`, async () => {
    const token = one.access === "import_key" ? importKeys.eve : one.access === "session" ? null : eves;
    const reply = await knock(one, token, token ? {} : { as: eve });
    if (one.foreign in REFUSALS) expect(reply.status).toBe(REFUSALS[one.foreign]);
    expect([401, 500]).not.toContain(reply.status);
    expect(await reply.text()).not.toContain("Ada's secret");
  });
});

describe("the right caller", () => {
  test.each(rows)("$row: $right", async (one) => {
    const token = one.access === "import_key" ? importKeys.ada : (holding.get(one.access) ?? null);
    const asAda =
      one.access === "session" ? { as: ada } : one.access === "any" ? { as: holding.get("content:read") } : {};
    const reply = await knock(one, token, asAda);
    expect([reply.status, reply.status === one.right ? "" : await reply.text()]).toEqual([one.right, ""]);
  });
});
