import { expect, test } from "vitest";
import { documentJudge } from "./of-document";

const judge = documentJudge({
  paths: {
    "/v1/beacons/{beacon}": {
      post: {
        operationId: "sendBeacon",
        parameters: [{ name: "beacon", in: "path", schema: { enum: ["start"] } }],
        responses: { 204: {} },
      },
    },
    "/v1/things/{id}": {
      get: {
        operationId: "getThing",
        responses: {
          200: {
            headers: { "X-Request-Id": { $ref: "#/components/headers/X-Request-Id" } },
            content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
          },
          404: { $ref: "#/components/responses/NotFound" },
        },
      },
    },
  },
  components: {
    headers: { "X-Request-Id": { required: true } },
    responses: {
      NotFound: { "x-error-codes": ["resource.not_found"], content: { "application/json": { schema: {} } } },
    },
    schemas: { Thing: { type: "object", properties: { id: { type: "string" } }, additionalProperties: false } },
  },
});

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };
const get = (status: number, body: unknown, headers: Record<string, string> = { "x-request-id": "req_1" }) =>
  judge("/v1/things/1", {
    method: "GET",
    status,
    headers: new Headers({ ...JSON_TYPE, ...headers }),
    body: JSON.stringify(body),
  });

test("a reply as it is described passes", () => {
  expect(get(200, { id: "1" })).toBeNull();
  expect(get(404, { error: { code: "resource.not_found" } }, {})).toBeNull();
});

test.each([
  ["a status", get(418, {}), "status 418"],
  ["a missing header", get(200, { id: "1" }, {}), "without the header x-request-id"],
  ["a header", get(200, {}, { "x-request-id": "1", "x-inner": "1" }), "with the header x-inner"],
  ["a field", get(200, { id: "1", secret: 1 }), "additionalProperties"],
  ["an error code", get(404, { error: { code: "server.error" } }, {}), "the code server.error"],
  ["a media type", get(200, {}, { "x-request-id": "1", "content-type": "text/html" }), "200 as text/html"],
])("%s that is not described is named", (_, wrong, words) => {
  expect(wrong).toContain("getThing");
  expect(wrong).toContain(words);
});

test("of the few words that a path may have, another is another address", () => {
  const reply = { method: "POST", headers: new Headers(), body: null };
  expect(judge("/v1/beacons/start", { ...reply, status: 204 })).toBeNull();
  expect(judge("/v1/beacons/start", { ...reply, status: 404 })).toContain("sendBeacon");
  expect(judge("/v1/beacons/stop", { ...reply, status: 404 })).toBeNull();
});

test("what the document does not know may only be refused", () => {
  const reply = { status: 404, headers: new Headers(), body: null };
  expect(judge("/v1/nothing", { ...reply, method: "GET" })).toBeNull();
  expect(judge("/v1/nothing", { ...reply, method: "GET", status: 200 })).toContain("/v1/nothing answered 200");
  expect(judge("/v1/things/1", { ...reply, method: "PUT", status: 204 })).toContain("answered 204");
  expect(judge("/v1/things/1", { ...reply, method: "OPTIONS", status: 204 })).toBeNull();
});
