import { z } from "zod";

/** A JSON Schema (draft 2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = { [keyword: string]: unknown };

/** How a schema is read: what callers send, or what they get. */
export type Direction = "input" | "output";

const COMPONENTS = "#/components/schemas/";
const INT32_MAX = 2 ** 31 - 1;

/**
 * Every named schema and its references, in one direction. Where a schema contains a named one, it refers to it.
 */
export class SchemaReader {
  /** Named schemas as they were met, by name. */
  readonly definitions: Record<string, JsonSchema>;
  private readonly registry: Names;

  constructor(
    named: ReadonlyMap<string, z.ZodType>,
    private readonly io: Direction,
  ) {
    this.registry = new Names(named);
    const all = this.convert(z.object(Object.fromEntries(named)));
    this.definitions = all.definitions;
  }

  /** A schema, with references to the named ones in it; itself a reference where it is named. */
  read(schema: z.ZodType): JsonSchema {
    const { properties } = this.convert(z.object({ it: schema })).schema as { properties: { it: JsonSchema } };
    return properties.it;
  }

  /** A schema spelled out, with references to the named ones in it. */
  readWhole(schema: z.ZodType): JsonSchema {
    const name = this.registry.nameOf(schema);
    return (name && this.definitions[name]) || this.convert(schema).schema;
  }

  private convert(schema: z.ZodType): { schema: JsonSchema; definitions: Record<string, JsonSchema> } {
    const { $defs = {}, ...rest } = z.toJSONSchema(schema, {
      io: this.io,
      metadata: this.registry,
      unrepresentable: "any",
      override: ({ zodSchema, jsonSchema }) => polish(zodSchema, jsonSchema as JsonSchema),
    }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
    const definitions = Object.fromEntries(
      Object.entries($defs).map(([name, { id: _id, ...one }]) => [name, tidy(one) as JsonSchema]),
    );
    return { schema: tidy(rest) as JsonSchema, definitions };
  }
}

/** Names of schemas beside what they say about themselves with `.meta`. */
class Names extends z.core.$ZodRegistry<Record<string, unknown>> {
  private readonly names: ReadonlyMap<z.core.$ZodType, string>;

  constructor(named: ReadonlyMap<string, z.ZodType>) {
    super();
    this.names = new Map([...named].map(([name, schema]) => [schema, name]));
  }

  nameOf(schema: z.core.$ZodType): string | undefined {
    return this.names.get(schema);
  }

  override get(schema: z.core.$ZodType) {
    const said = z.globalRegistry.get(schema);
    const id = this.names.get(schema);
    return (id ? { ...said, id } : said) as never;
  }

  override has(schema: z.core.$ZodType): boolean {
    return this.names.has(schema) || z.globalRegistry.has(schema);
  }
}

/** What zod writes for machines, said for people: formats instead of long patterns, sizes of numbers, true and false. */
function polish(zodSchema: z.core.$ZodTypes, json: JsonSchema): void {
  if (json.format === "uuid" || json.format === "date-time") {
    delete json.pattern;
    json.maxLength = json.format === "uuid" ? 36 : 40;
  }
  if (json.format === "email") delete json.pattern;
  if (json.type === "integer") {
    json.format ??= Number(json.maximum ?? Infinity) <= INT32_MAX ? "int32" : "int64";
  }
  if (isFlag(zodSchema)) {
    json.type = "boolean";
  }
  if (json.contentEncoding === "binary") {
    delete json.contentEncoding;
    json.contentMediaType = "application/octet-stream";
  }
}

/** `z.stringbool()`: "true" or "false" in a query or a form. */
function isFlag(schema: z.core.$ZodTypes): boolean {
  const { def } = schema._zod;
  return def.type === "pipe" && def.in._zod.def.type === "string" && def.out._zod.def.type === "boolean";
}

/** References as OpenAPI writes them, and `null` as one more type instead of another branch. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== "object" || value === null) return value;
  const json: JsonSchema = {};
  for (const [keyword, inner] of Object.entries(value)) {
    if (keyword === "$schema") continue;
    json[keyword] =
      keyword === "$ref" && typeof inner === "string" ? inner.replace("#/$defs/", COMPONENTS) : tidy(inner);
  }
  return withNullAsType(json);
}

function withNullAsType(json: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = json as { anyOf?: JsonSchema[] };
  if (anyOf?.length !== 2 || anyOf[1]?.type !== "null") return json;
  const [first] = anyOf as [JsonSchema];
  if (typeof first.type !== "string" || "const" in first) return json;
  const values = first.enum ? { enum: [...(first.enum as unknown[]), null] } : {};
  return { ...first, ...values, ...rest, type: [first.type, "null"] };
}

/** The same schema with other names in its references. */
export function renamed(schema: unknown, nameOf: (name: string) => string): unknown {
  if (Array.isArray(schema)) return schema.map((one) => renamed(one, nameOf));
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, inner]) =>
      keyword === "$ref" && typeof inner === "string" && inner.startsWith(COMPONENTS)
        ? [keyword, COMPONENTS + nameOf(inner.slice(COMPONENTS.length))]
        : [keyword, renamed(inner, nameOf)],
    ),
  );
}

/** Names that a schema refers to, itself and through nothing else. */
export function referencesOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(referencesOf);
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, inner]) =>
    keyword === "$ref" && typeof inner === "string" && inner.startsWith(COMPONENTS)
      ? [inner.slice(COMPONENTS.length)]
      : referencesOf(inner),
  );
}
