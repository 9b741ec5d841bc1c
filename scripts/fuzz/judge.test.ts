import { expect, test } from "vitest";
import type { Sent } from "./concrete";
import { fuzzOperation, type Reach } from "./fuzz-operation";
import { judge } from "./judge";
import { type Description, operationsOf } from "./operations";
import type { Received } from "./send";

const ERROR = { content: { "application/json": {} }, "x-error-codes": ["request.invalid"] };
const DESCRIPTION: Description = {
  paths: {
    "/v1/things/{id}": {
      post: {
        operationId: "makeThing",
        parameters: [{ name: "id", in: "path", schema: { type: "string", format: "uuid" } }],
        requestBody: {
          content: {
            "application/json": { schema: { type: "object", properties: { n: { type: "integer", maximum: 9 } } } },
          },
        },
        responses: {
          200: { content: { "application/json": {} }, headers: { ETag: { required: true } } },
          401: ERROR,
          422: ERROR,
        },
      },
    },
  },
};
const OPERATIONS = operationsOf(DESCRIPTION);
const OPERATION = OPERATIONS[0]!;
const HEADERS = { "content-type": "application/json; charset=utf-8", "x-request-id": "req_1", etag: '"1"' };
const SENT: Sent = { method: "POST", path: "/v1/things/0193", headers: [], body: null };
const GOOD: Received = { status: 200, headers: HEADERS, body: "{}", elapsedMs: 5 };
const refused = (code: string) => JSON.stringify({ error: { code, message: "No.", requestId: "req_1" } });
const judged = (received: Partial<Received>, sent: Partial<Sent> = {}) =>
  judge({ ...SENT, ...sent }, { ...GOOD, ...received }, OPERATION, OPERATION);

test("a described reply and a described refusal are good", () => {
  expect(judged({})).toEqual([]);
  expect(judged({ status: 422, body: refused("request.invalid") })).toEqual([]);
});

test.each<[string, Partial<Received>]>([
  ["answered 500", { status: 500, body: refused("server.error") }],
  ["took 2001 ms", { elapsedMs: 2001 }],
  ["an error 422 without the envelope", { status: 422, body: "Bad Request" }],
  ["the reply shows the inside of the server", { body: '{"a":"x\\n"}\n    at run (/srv/app.js:1:2)' }],
  ["418 request.invalid is not in the description", { status: 418, body: refused("request.invalid") }],
  ["the code auth.csrf is not described", { status: 422, body: refused("auth.csrf") }],
  ["the header ETag is missing", { headers: { ...HEADERS, etag: undefined } }],
  ["the media type “text/html” is not described", { headers: { ...HEADERS, "content-type": "text/html" } }],
  ["the reply has no X-Request-Id", { headers: { ...HEADERS, "x-request-id": undefined } }],
  ["the connection ended without an answer", { status: 0 }],
])("%s", (sentence, received) => {
  expect(judged(received)).toContain(sentence);
});

test("a broken path may lead nowhere, and a body that is cut off may end the connection", () => {
  const lost = { status: 404, body: refused("resource.not_found") };
  expect(judged(lost, { path: "/v1/things/%2e%2e" })).toEqual([]);
  expect(judged(lost)).toEqual(["404 resource.not_found is not in the description"]);
  expect(judged({ status: 0 }, { body: Buffer.alloc(2_000_000) })).toEqual([]);
});

function reachOf(answer: (sent: Sent) => Partial<Received>): Reach & { sent: Sent[] } {
  const sent: Sent[] = [];
  const world = { key: "vk", scopelessKey: "vs", importKey: "vid", cookie: "c", ids: { content: "0193" }, uses: 0 };
  return {
    sent,
    send: async (request) => {
      sent.push(request);
      return { ...GOOD, ...answer(request) };
    },
    makeWorld: async () => ({ ...world }),
    nowMs: () => Date.parse("2026-11-22T10:00:00Z"),
    nextAddress: () => "2001:db8::1",
  };
}

const plan = { description: DESCRIPTION, operations: OPERATIONS, seed: 7, runs: 300 };
const lines = (sent: Sent[]) => sent.map(({ method, path, body }) => `${method} ${path} ${body?.toString("base64")}`);

test("a planted fault is found, shrunk to the least that shows it, and found again by its path", async () => {
  const faulty = (sent: Sent) =>
    /"n":(\d{2,})/.test(sent.body?.toString() ?? "") ? { status: 500, body: "boom" } : {};
  const found = await fuzzOperation(OPERATION, plan, reachOf(faulty));
  expect(found).toMatchObject({ wrong: ["answered 500", "an error 500 without the envelope"] });
  expect(JSON.parse(found!.sent.body!.toString())).toEqual({ n: 10 });
  expect(found!.sent.headers.map(([name]) => name)).toEqual(["Authorization", "X-Forwarded-For", "Content-Type"]);
  const again = await fuzzOperation(OPERATION, { ...plan, runs: 1, path: found!.path }, reachOf(faulty));
  expect(again!.sent.body).toEqual(found!.sent.body);
});

test("the same seed sends the same requests", async () => {
  const careful = ({ method }: Sent) =>
    method === "POST" ? {} : { status: 405, body: refused("request.method_not_allowed") };
  const [first, second] = [reachOf(careful), reachOf(careful)];
  expect(await fuzzOperation(OPERATION, plan, first)).toBeNull();
  await fuzzOperation(OPERATION, plan, second);
  expect(first.sent).toHaveLength(300);
  expect(lines(first.sent)).toEqual(lines(second.sent));
});
