import fc from "fast-check";
import { hostileText, hostileValue } from "./hostile";
import { type Description, resolved, type Schema } from "./operations";

const DEPTH = 6;
const DAY_MS = 86_400_000;

/** Stands for an id that exists, of a kind that is chosen by the name of the field; filled in when it is sent. */
export interface OwnId {
  $own: string;
}
/** Stands for a time so far from now; filled in when it is sent, so that a seed means the same tomorrow. */
export interface Moment {
  $inMs: number;
}

export const isOwnId = (value: unknown): value is OwnId =>
  typeof value === "object" && value !== null && "$own" in value;
export const isMoment = (value: unknown): value is Moment =>
  typeof value === "object" && value !== null && "$inMs" in value;

/** A value of the schema or nearly: boundaries are hit and missed by one, and one value in ten is of another kind. */
export function schemaValue(schema: Schema, name: string, description: Description, depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingValue(resolved(schema, description), name, description, depth);
  return fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: hostileValue });
}

function fittingValue(schema: Schema, name: string, description: Description, depth: number): fc.Arbitrary<unknown> {
  const inner = (next: Schema, key = name) => schemaValue(next, key, description, depth + 1);
  if (depth > DEPTH) return fc.constant(null);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const several = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (several?.length) return fc.oneof(...several.map((each) => inner(each)));
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return fc.oneof(...types.map((type) => ofType(type, schema, name, inner)));
}

function ofType(
  type: string | undefined,
  schema: Schema,
  name: string,
  inner: (schema: Schema, key?: string) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  switch (type) {
    case "string":
      return textOf(schema, name);
    case "integer":
      return fc.oneof(...boundaries(schema.minimum, schema.maximum), fc.integer({ min: -2, max: 200 }));
    case "number":
      return fc.oneof(...boundaries(schema.minimum, schema.maximum), fc.double({ min: 0, max: 7200, noNaN: true }));
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(inner(schema.items ?? {}), { minLength: 0, maxLength: Math.min(schema.maxItems ?? 4, 4) });
    case "object":
      return objectOf(schema, inner);
    default:
      return hostileValue;
  }
}

function objectOf(schema: Schema, inner: (schema: Schema, key: string) => fc.Arbitrary<unknown>) {
  const fields = Object.entries(schema.properties ?? {}).map(([key, value]) => [key, inner(value, key)] as const);
  const known = fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
  const odd = fc.dictionary(fc.constantFrom("__proto__", "constructor", "x", "", "id", "ownerId"), hostileValue, {
    maxKeys: 2,
  });
  const without = fc.tuple(known, fc.constantFrom("", ...Object.keys(schema.properties ?? {})));
  return fc.oneof(
    { weight: 8, arbitrary: known },
    { weight: 1, arbitrary: fc.tuple(known, odd).map(([a, b]) => ({ ...a, ...b })) },
    { weight: 1, arbitrary: without.map(([whole, key]) => omit(whole as Record<string, unknown>, key)) },
  );
}

function omit(whole: Record<string, unknown>, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key));
}

function textOf({ format, minLength = 0, maxLength }: Schema, name: string): fc.Arbitrary<unknown> {
  if (format === "uuid") {
    const own: fc.Arbitrary<unknown> = fc.constant({ $own: name } satisfies OwnId);
    return fc.oneof({ weight: 8, arbitrary: own }, { weight: 1, arbitrary: fc.uuid() });
  }
  if (format === "date-time") {
    const near = fc.integer({ min: -2 * DAY_MS, max: 40 * DAY_MS }).map(($inMs): Moment => ({ $inMs }));
    return fc.oneof({ weight: 8, arbitrary: near }, { weight: 1, arbitrary: hostileText });
  }
  const ordinary = fc.string({
    unit: "grapheme",
    minLength,
    maxLength: Math.max(minLength, Math.min(maxLength ?? 30, 30)),
  });
  const lengths = [minLength - 1, minLength, maxLength, (maxLength ?? 0) + 1].filter(
    (length): length is number => length !== undefined && length >= 0 && length <= 10_000,
  );
  return fc.oneof(
    { weight: 4, arbitrary: ordinary },
    { weight: 2, arbitrary: fc.constantFrom(...lengths).map((length) => "x".repeat(length)) },
    { weight: 1, arbitrary: hostileText },
  );
}

function boundaries(minimum?: number, maximum?: number): fc.Arbitrary<number>[] {
  const values = [minimum, maximum].flatMap((edge) => (edge === undefined ? [] : [edge - 1, edge, edge + 1]));
  return values.length > 0 ? [fc.constantFrom(...values)] : [];
}
