import { describe, expect, test } from "vitest";
import type { Description, Schema } from "./description";
import { exampleValue } from "./example-value";
import { chaptersOf, searchChapters } from "./operation";
import { fieldsOf, limitsText, typeText } from "./schema-text";

const TREE: Schema = {
  type: "object",
  required: ["id", "children"],
  properties: {
    id: { type: "string", format: "uuid" },
    note: { type: ["string", "null"], description: "What it is.", maxLength: 200 },
    mode: { enum: ["a", "b"], default: "b" },
    children: { type: "array", maxItems: 5, items: { $ref: "#/components/schemas/Tree" } },
  },
};
const DOCUMENT: Description = {
  info: { title: "Lineup", version: "1" },
  servers: [{ url: "http://localhost:3000" }],
  tags: [{ name: "Trees", description: "Trees." }, { name: "Empty" }],
  components: {
    schemas: { Tree: TREE },
    parameters: { Key: { name: "Idempotency-Key", in: "header", schema: { type: "string" } } },
  },
  paths: {
    "/v1/trees": {
      post: {
        operationId: "growTree",
        tags: ["Trees"],
        summary: "Grow a tree",
        security: [{ bearer: ["x:write"] }, { session: [] }],
        parameters: [{ $ref: "#/components/parameters/Key" }],
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Tree" } } } },
        responses: { 201: { description: "Created." } },
        "x-required-scope": "x:write",
      },
    },
  },
};
const REF = { $ref: "#/components/schemas/Tree" };

test("operations stand in the chapters of the description, with their references followed", () => {
  const [chapter, ...more] = chaptersOf(DOCUMENT);
  expect(more).toEqual([]);
  expect(chapter?.operations[0]).toMatchObject({
    ...{ id: "growTree", method: "POST", path: "/v1/trees", scope: "x:write", limit: null },
    callers: ["bearer", "session"],
    parameters: [{ name: "Idempotency-Key", in: "header" }],
    body: { type: "application/json", schema: REF },
    replies: [{ status: "201", reply: { description: "Created." } }],
  });
});

test("a search finds by every word, wherever it stands", () => {
  const chapters = chaptersOf(DOCUMENT);
  expect(searchChapters(chapters, "post TREE")).toHaveLength(1);
  expect(searchChapters(chapters, "post bush")).toEqual([]);
  expect(searchChapters(chapters, "  ")).toEqual(chapters);
});

describe("a schema in words", () => {
  test("names its type, what is required and what it is held to", () => {
    const fields = fieldsOf(REF, DOCUMENT).map(({ fields: _, ...field }) => field);
    expect(fields).toEqual([
      { name: "id", type: "uuid", required: true, description: "", limits: "" },
      {
        name: "note",
        type: "string or null",
        required: false,
        description: "What it is.",
        limits: "at most 200 characters",
      },
      { name: "mode", type: '"a" | "b"', required: false, description: "", limits: 'default "b"' },
      { name: "children", type: "list of Tree", required: true, description: "", limits: "at most 5 entries" },
    ]);
  });

  test("opens one level at a time, so that one that holds itself has an end", () => {
    const children = fieldsOf(REF, DOCUMENT).find(({ name }) => name === "children");
    expect(children?.fields().map(({ name }) => name)).toEqual(["id", "note", "mode", "children"]);
  });

  test("of alternatives requires what all of them require", () => {
    const one: Schema = {
      type: "object",
      required: ["kind", "a"],
      properties: { kind: { const: "a" }, a: { type: "string" } },
    };
    const two: Schema = { type: "object", required: ["kind"], properties: { kind: { const: "b" } } };
    const either = { oneOf: [one, two] };
    expect(fieldsOf(either, DOCUMENT).map(({ name, type, required }) => [name, type, required])).toEqual([
      ["kind", '"a" or "b"', true],
      ["a", "string", false],
    ]);
    expect(typeText({ anyOf: [{ type: "integer" }, { type: "null" }] }, DOCUMENT)).toBe("integer or null");
  });

  test("does not tell of bounds that are only those of the number's format", () => {
    expect(limitsText({ minimum: 1, maximum: 2 ** 31 - 1 })).toBe("at least 1");
    expect(limitsText({ minimum: 1, maximum: 100, default: 20 })).toBe("1 to 100, default 20");
  });
});

test("an example holds what is required, and one that holds itself has an end", () => {
  expect(exampleValue(REF, DOCUMENT)).toEqual({ id: "01936f4e-7d2a-7c31-9b5e-0a4f6c2d8e10", children: [] });
  const endless: Schema = {
    type: "object",
    required: ["me"],
    properties: { me: { $ref: "#/components/schemas/Endless" } },
  };
  const document = { components: { schemas: { Endless: endless } } };
  expect(() => JSON.stringify(exampleValue(endless, document))).not.toThrow();
  expect(exampleValue({ type: "integer", minimum: 5 }, DOCUMENT)).toBe(5);
});
