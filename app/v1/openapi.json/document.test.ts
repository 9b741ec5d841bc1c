import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { TAGS } from "@/core/openapi/tags";
import { operationsOf } from "@/server/http/openapi/document";
import { isHeard } from "@/server/http/openapi/operation";
import { apiDocument, TABLE } from "./document";
import { ROUTES } from "./routes";

const document = apiDocument("https://tv.example.org");
const operations = operationsOf(TABLE);
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** Addresses of the files that answer the API. What answers all that no other file does is no address. */
function addressesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts" && !file.includes("[[..."))
    .map((file) => `/${path.join(folder, path.dirname(file))}`.replace("/app", ""))
    .map((address) => address.replace(/\[(\w+)\]/g, "{$1}"));
}

describe("the table of routes", () => {
  test("has a row for every file, and no other", () => {
    const files = [...addressesUnder("app/v1"), ...addressesUnder("app/api/v1")];
    expect(Object.keys(ROUTES).sort()).toEqual(files.filter((address) => address !== "/v1/openapi.json").sort());
  });

  test.each(Object.entries(ROUTES))("%s describes every method that it answers", (_, handlers) => {
    const answered = METHODS.filter((method) => method in handlers);
    const described = answered.filter((method) => "operation" in (handlers as Record<string, object>)[method]!);
    const refused = answered.filter((method) => !described.includes(method));
    expect(described.length).toBeGreaterThan(0);
    // So that every reply of every test is compared with the description.
    expect(described.filter((method) => !isHeard((handlers as Record<string, object>)[method]))).toEqual([]);
    // The import API refuses other methods in words of its own, with one handler for all.
    expect(new Set(refused.map((method) => (handlers as Record<string, unknown>)[method])).size).toBeLessThan(2);
  });
});

describe("every operation", () => {
  test("has a name of its own, a verb and a noun", () => {
    const names = operations.map(({ operation }) => operation.id);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+([A-Z0-9][a-z0-9]*)*$/);
  });

  test("stands in a chapter that exists", () => {
    for (const { operation } of operations) expect(Object.keys(TAGS)).toContain(operation.tag);
  });

  test.each(operations)("$method $path knows the parameters of its path", ({ path: address, method }) => {
    const named = Array.from(address.matchAll(/\{(\w+)\}/g), ([, name]) => name);
    const described = document.paths[address]?.[method.toLowerCase()]?.parameters as { in?: string; name: string }[];
    const inPath = (described ?? []).filter((parameter) => parameter.in === "path").map(({ name }) => name);
    expect(inPath.sort()).toEqual(named.sort());
  });

  test.each(operations.filter(({ operation }) => operation.body?.schema))(
    "$method $path takes the body that it gives as an example",
    ({ path: address, method, operation }) => {
      const body = document.paths[address]?.[method.toLowerCase()]?.requestBody as { content: Record<string, Example> };
      const [[type, media] = []] = Object.entries(body.content);
      if (type === "multipart/form-data") return;
      expect(operation.body?.schema?.safeParse(media?.example).error).toBeUndefined();
    },
  );

  test.each(operations.filter(({ operation }) => operation.success.some(({ schema }) => schema)))(
    "$method $path may answer what it gives as an example",
    ({ path: address, method, operation }) => {
      const responses = document.paths[address]?.[method.toLowerCase()]?.responses as Record<string, Reply>;
      for (const { status, schema } of operation.success) {
        const example = responses[status]?.content?.["application/json"]?.example;
        if (schema) expect(schema.safeParse(example).error).toBeUndefined();
      }
    },
  );
});

interface Example {
  example?: unknown;
}

interface Reply {
  content?: Record<string, Example>;
}

test("schemas have names where a body or a reply is one", () => {
  const unnamed = operations.flatMap(({ path: address, method }) => {
    const { requestBody, responses } = document.paths[address]![method.toLowerCase()] as {
      requestBody?: Reply;
      responses: Record<string, Reply>;
    };
    return [requestBody ?? {}, ...Object.values(responses)].flatMap(({ content = {} }) =>
      Object.values(content as Record<string, { schema?: { type?: string } }>)
        .filter(({ schema }) => schema?.type === "object" && !address.startsWith("/v1/beacons"))
        .map(() => `${method} ${address}`),
    );
  });
  // Export the schema from its contract, and list the contract in core/openapi/contracts.ts.
  expect(unnamed).toEqual([]);
});
