import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { type Call, call, type Method, type Route } from "@/scripts/testing/call-route";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { db } from "@/server/db";
import { operationsOf } from "@/server/http/openapi/document";
import { judgeRequest, LIMITS } from "@/server/http/rate-limit";
import { bodyHash } from "@/server/idempotency/body-hash";
import { ROUTES } from "./openapi.json/routes";
import { type Belongings, requestOf, seedBelongings } from "./testing/authorisation-requests";
import { WALKS, type Walked } from "./testing/walked-refusals";

/** What any request may be refused for because of what its route declares, tried with every route. */
const operations = operationsOf(ROUTES);
const chosen = (walk: keyof typeof WALKS) =>
  operations.filter(WALKS[walk]).map((walked) => ({ ...walked, row: `${walked.method} ${walked.path}` }));

let ada: Actor;
let own: Belongings;
let importKey: string;
beforeAll(async () => {
  ada = await seedCreator();
  own = await seedBelongings(ada);
  importKey = (await createApiKey(ada, { name: "Import", kind: "import" })).key.token;
});

/** Sends the request of a row as its owner, changed in one way. */
function ask(walked: Walked & { row: string }, change: Call = {}) {
  const { headers, ...request } = requestOf(walked.row, own);
  const { access } = walked.operation;
  const key: Record<string, string> = access === "import_key" ? { "X-API-Key": importKey } : {};
  const as = access === "public" || access === "import_key" ? {} : { as: ada };
  const all = { ...as, ...request, ...change, headers: { ...headers, ...key, ...change.headers } };
  return call(ROUTES[walked.path] as Route, walked.method as Method, all);
}

/** The status and the code of a refusal; the import API, which tells no codes, tells the one that is hoped for. */
async function sendTo(walked: Walked & { row: string }, change: Call, hoped = "") {
  const { status, body } = await ask(walked, change);
  return [status, walked.operation.detailErrors ? hoped : (body?.error?.code ?? "")];
}

const isForm = ({ operation }: Walked) => operation.body?.types.includes("multipart/form-data");

describe("400", () => {
  test.each(chosen("malformed"))("$row: a body that cannot be read", async (walked) => {
    const type = isForm(walked) ? "multipart/form-data; boundary=x" : "application/json";
    const broken = { body: '{"half', headers: { "Content-Type": type } };
    expect(await sendTo(walked, broken)).toEqual([400, "request.malformed"]);
  });

  test.each(chosen("missingParameter"))("$row: a query that lacks what it needs", async (walked) => {
    expect(await sendTo(walked, { query: {} })).toEqual([400, "request.missing_parameter"]);
  });
});

describe("403", () => {
  test.each(chosen("otherOrigin"))("$row: a session from a page of another site, or of none", async (walked) => {
    for (const origin of ["https://evil.example", ""])
      expect(await sendTo(walked, { headers: { Origin: origin } })).toEqual([403, "auth.csrf"]);
  });
});

describe("409", () => {
  test.each(chosen("repeated"))("$row: an Idempotency-Key whose first request runs, or was another", async (walked) => {
    const { body } = requestOf(walked.row, own);
    const by = walked.operation.access === "import_key" ? "api_key" : "session";
    const runs = await remembered(isForm(walked) || walked.operation.body?.schema === undefined ? undefined : body, by);
    const other = await remembered("another body", by);
    expect(await sendTo(walked, { headers: other }, "idempotency.mismatch")).toEqual([409, "idempotency.mismatch"]);
    if (!isForm(walked))
      expect(await sendTo(walked, { headers: runs }, "idempotency.in_progress")).toEqual([
        409,
        "idempotency.in_progress",
      ]);
  });

  async function remembered(body: unknown, by: string): Promise<Record<string, string>> {
    const key = randomUUID();
    const attempt = { caller: `${ada.userId}:${by}`, path: pathOfCalls, key, bodyHash: await bodyHash(body) };
    await db.keptReply.create({ data: { ...attempt, runId: randomUUID(), createdAt: new Date() } });
    return { "Idempotency-Key": key };
  }

  /** The address under which `call-route` calls everything. */
  const pathOfCalls = "/v1/test";
});

describe("413", () => {
  test.each(chosen("tooLarge"))("$row: a body that says that it is too large", async (walked) => {
    const length = String((walked.operation.body?.maxBytes ?? 0) * 2 + 2 ** 20);
    const type = walked.operation.body?.types[0] ?? "";
    const large = { body: "{}", headers: { "Content-Length": length, "Content-Type": type } };
    const [status] = await sendTo(walked, large);
    expect(status).toBe(413);
  });
});

describe("415", () => {
  test.each(chosen("unsupported"))("$row: a body of another media type", async (walked) => {
    const [status] = await sendTo(walked, { body: "{}", headers: { "Content-Type": "application/xml" } });
    expect(status).toBe(415);
  });
});

describe("422", () => {
  test.each(chosen("unknownField"))("$row: a field that there is not", async (walked) => {
    const form = new FormData();
    form.set("noSuchField", "1");
    const [status] = await sendTo(walked, { body: isForm(walked) ? form : { noSuchField: 1 } });
    expect(status).toBe(422);
  });

  test.each(chosen("repeated"))("$row: an Idempotency-Key that is too long", async (walked) => {
    const long = { "Idempotency-Key": "k".repeat(256) };
    expect(await sendTo(walked, { headers: long }, "request.invalid")).toEqual([422, "request.invalid"]);
  });
});

describe("429", () => {
  test.each(chosen("limited"))("$row: one request more than its limit", async (walked) => {
    const caller = await seedCreator();
    const isPublic = walked.operation.access === "public";
    const address = `2001:db8:${caller.userId.slice(-4)}:${caller.userId.slice(-8, -4)}::1`;
    const { limit: name } = walked.operation;
    if (!name) throw new Error(`${walked.row} has no limit`);
    const asked = Array.from({ length: LIMITS[name].limit }, () =>
      judgeRequest(name, isPublic ? address : caller.userId),
    );
    expect((await Promise.all(asked)).every(({ refusal }) => refusal === null)).toBe(true);
    const change = isPublic ? { headers: { "X-Forwarded-For": address } } : { as: caller };
    expect(await sendTo(walked, change)).toEqual([429, "rate_limit.exceeded"]);
  });
});

describe("500", () => {
  test.each(chosen("withParams"))("$row: a defect is told without what is inside", async (walked) => {
    const broken = () => {
      throw new TypeError("a defect of ours");
    };
    // Resolving a promise looks for `then`.
    const get = (_: object, name: string | symbol) => (name === "then" ? undefined : broken());
    const params = new Proxy({}, { ownKeys: broken, get });
    const { status, body } = await ask(walked, { params });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain("a defect of ours");
  });
});
