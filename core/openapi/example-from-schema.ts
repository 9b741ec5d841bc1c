import { EXAMPLE_VALUES, WHOLE_EXAMPLES } from "./example-values";

type Schema = { readonly [keyword: string]: unknown };

/** Deeper than this nothing is worth an example. */
const DEEPEST = 8;

/**
 * An example of a schema: known values by the names of fields, and for the rest the simplest value that the schema
 * allows. Fields that may be left out are there when their names are known and they are not empty.
 */
export function exampleFromSchema(schema: Schema, schemas: Readonly<Record<string, Schema>>): unknown {
  return make(schema, undefined, { schemas, depth: 0 });
}

interface Context {
  schemas: Readonly<Record<string, Schema>>;
  depth: number;
}

function make(schema: Schema, field: string | undefined, context: Context): unknown {
  if (typeof schema.$ref === "string") {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
    if (name in WHOLE_EXAMPLES) return WHOLE_EXAMPLES[name];
    return make(context.schemas[name] ?? {}, field, context);
  }
  if ("const" in schema) return schema.const;
  const known = field === undefined ? undefined : EXAMPLE_VALUES[field];
  if (known !== undefined && mayBe(schema, known)) return known;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const branches = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (branches?.[0]) return make(branches[0], field, context);
  const [type] = [schema.type].flat();
  if (type === "object") return makeObject(schema, context);
  if (type === "array") return makeArray(schema, field, context);
  if ("default" in schema) return schema.default;
  if (type === "string") return makeString(schema);
  if (type === "integer" || type === "number")
    return Math.max(Number(schema.minimum ?? 0), schema.exclusiveMinimum === 0 ? 1 : 0);
  return type === "boolean" ? false : null;
}

function makeObject({ properties = {}, required = [] }: Schema, { schemas, depth }: Context): Record<string, unknown> {
  if (depth >= DEEPEST) return {};
  const isRequired = new Set(required as string[]);
  return Object.fromEntries(
    Object.entries(properties as Record<string, Schema>)
      .filter(([name]) => isRequired.has(name) || name in EXAMPLE_VALUES)
      .map(([name, property]) => [name, make(property, name, { schemas, depth: depth + 1 })]),
  );
}

function makeArray({ items, minItems = 0 }: Schema, field: string | undefined, { schemas, depth }: Context): unknown[] {
  if (!items || (depth >= DEEPEST && minItems === 0)) return [];
  return [make(items as Schema, singular(field), { schemas, depth: depth + 1 })];
}

/** `contentItemIds` holds what `contentItemId` is. */
function singular(field: string | undefined): string | undefined {
  return field?.replace(/ies$/, "y").replace(/s$/, "");
}

const STRINGS: Readonly<Record<string, string>> = {
  uuid: "01936f4e-7d2a-7c31-9b5e-0a4f6c2d8e10",
  "date-time": "2026-05-03T14:00:00.000Z",
  date: "2026-05-03",
  uri: "https://media.example.org/episode-1.mp4",
  email: "ada@example.org",
  binary: "(the file)",
};

function makeString({ format, minLength = 0 }: Schema): string {
  return STRINGS[String(format)] ?? "text".padEnd(Number(minLength), "x");
}

/** Whether a known value fits: of the type, among the values, within the bounds. */
function mayBe(schema: Schema, value: unknown): boolean {
  if (Array.isArray(schema.enum)) return schema.enum.includes(value);
  const types = [schema.type].flat();
  if (typeof value === "string") {
    if (!types.includes("string")) return false;
    if (schema.format === "uuid") return value.length === 36;
    if (schema.format === "date-time") return !Number.isNaN(Date.parse(value));
    return value.length <= Number(schema.maxLength ?? Infinity) && value.length >= Number(schema.minLength ?? 0);
  }
  if (typeof value === "number") {
    if (!types.includes("number") && !(types.includes("integer") && Number.isInteger(value))) return false;
    return value >= Number(schema.minimum ?? -Infinity) && value <= Number(schema.maximum ?? Infinity);
  }
  return typeof value === "boolean" && types.includes("boolean");
}
