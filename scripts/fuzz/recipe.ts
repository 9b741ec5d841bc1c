import fc from "fast-check";
import { hostileBody, hostileText, oddHeaders, rawSegment, wrongType } from "./hostile";
import type { Description, FuzzOperation, Parameter } from "./operations";
import { schemaValue } from "./schema-value";

/** One request as it is chosen: what stands for ids and times is filled in when it is sent. */
export interface Recipe {
  method: string;
  /** In the order of the path's parameters. A raw one goes into the path as it is. */
  segments: { value: unknown; raw: boolean }[];
  query: [name: string, value: unknown][];
  headers: [name: string, value: string][];
  /** Undefined keeps the type that belongs. */
  contentType: string | undefined;
  body: { kind: "none" } | { kind: "value"; value: unknown } | { kind: "text"; text: string } | { kind: "huge" };
  caller: Caller;
}

export type Caller = "key" | "session" | "nobody" | "garbage" | "scopeless";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Requests for an operation: most of them nearly right, so that they come far; some wrong in every way at once. */
export function recipeOf(operation: FuzzOperation, description: Description): fc.Arbitrary<Recipe> {
  const parameters = (place: Parameter["in"]) => operation.parameters.filter((parameter) => parameter.in === place);
  return fc.record({
    method: often(fc.constant(operation.method), 30, fc.constantFrom(...METHODS)),
    segments: fc.tuple(...parameters("path").map((parameter) => segmentOf(parameter, description))),
    query: queryOf(parameters("query"), description),
    headers: often(fc.constant([]), 4, oddHeaders),
    contentType: often(fc.constant(undefined), 12, wrongType),
    body: bodyOf(operation, description),
    caller: fc.oneof(
      { weight: 12, arbitrary: fc.constant<Caller>("key") },
      { weight: 6, arbitrary: fc.constant<Caller>("session") },
      { weight: 2, arbitrary: fc.constantFrom<Caller>("nobody", "garbage", "scopeless") },
    ),
  });
}

function often<T>(usual: fc.Arbitrary<T>, weight: number, seldom: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: seldom });
}

function segmentOf({ schema, name }: Parameter, description: Description): fc.Arbitrary<Recipe["segments"][number]> {
  const own = fc.constant({ value: { $own: name } as unknown, raw: false });
  return fc.oneof(
    { weight: 10, arbitrary: own },
    { weight: 2, arbitrary: schemaValue(schema, name, description).map((value) => ({ value, raw: false })) },
    { weight: 1, arbitrary: hostileText.map((value) => ({ value, raw: false })) },
    { weight: 1, arbitrary: rawSegment.map((value) => ({ value, raw: true })) },
  );
}

function queryOf(parameters: Parameter[], description: Description): fc.Arbitrary<Recipe["query"]> {
  const known = parameters.map(({ name, schema }) =>
    often(
      fc.option(
        schemaValue(schema, name, description).map((value): Recipe["query"] => [[name, value]]),
        { nil: [], freq: 4 },
      ),
      8,
      fc.tuple(hostileText, hostileText).map((twice): Recipe["query"] => twice.map((value) => [name, value])),
    ),
  );
  const stray = fc.array(fc.tuple(fc.constantFrom("page", "x", "__proto__", ""), hostileText), { maxLength: 1 });
  return fc
    .tuple(...known, often(fc.constant<Recipe["query"]>([]), 8, stray))
    .map((lists) => lists.flat() as Recipe["query"]);
}

function bodyOf(operation: FuzzOperation, description: Description): fc.Arbitrary<Recipe["body"]> {
  const none = fc.constant<Recipe["body"]>({ kind: "none" });
  const text = hostileBody.map((said): Recipe["body"] => ({ kind: "text", text: said }));
  if (!operation.body) return often(none, 12, text);
  const value = schemaValue(operation.body.schema, "body", description).map((chosen): Recipe["body"] => ({
    kind: "value",
    value: chosen,
  }));
  return fc.oneof(
    { weight: 40, arbitrary: value },
    { weight: 3, arbitrary: text },
    { weight: 2, arbitrary: none },
    { weight: 1, arbitrary: fc.constant<Recipe["body"]>({ kind: "huge" }) },
  );
}
