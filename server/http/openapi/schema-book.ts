import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { namedSchemas } from "@/core/openapi/contracts";
import { type Direction, type JsonSchema, referencesOf, renamed, SchemaReader } from "./json-schema";

/** Marks a reference to what callers send until it is known whether that has to be told from what they get. */
const SENT = "sent.";

/**
 * The schemas of a description. A named schema that reads otherwise when it is sent than when it is answered, because
 * of what may be left out, is there twice where both are used: as it is answered, and with `Input` after its name.
 */
export class SchemaBook {
  /** Made when first needed: whoever looks at replies only needs one of them. */
  private readonly readers: { [D in Direction]?: SchemaReader } = {};

  constructor(readonly named = namedSchemas()) {}

  private reader(direction: Direction): SchemaReader {
    this.readers[direction] ??= new SchemaReader(this.named, direction);
    return this.readers[direction];
  }

  private definition(name: string): JsonSchema {
    if (!name.startsWith(SENT)) return this.reader("output").definitions[name] ?? {};
    return mark(this.reader("input").definitions[name.slice(SENT.length)] ?? {});
  }

  /** A schema as the description writes it, until `finish` settles the names in it. */
  read(schema: z.ZodType, direction: Direction): JsonSchema {
    const read = this.reader(direction).read(schema);
    return direction === "input" ? mark(read) : read;
  }

  /** The properties of an object schema, for what is spread over a path or a query. */
  shapeOf(schema: z.ZodType): { properties: Record<string, JsonSchema>; required: readonly string[] } {
    const { properties = {}, required = [] } = this.reader("input").readWhole(schema) as {
      properties?: Record<string, JsonSchema>;
      required?: string[];
    };
    const marked = Object.entries(properties).map(([name, property]) => [name, mark(property)]);
    return { properties: Object.fromEntries(marked), required };
  }

  nameOf(schema: z.ZodType): string | undefined {
    return [...this.named].find(([, named]) => named === schema)?.[0];
  }

  /** @throws Error when there is none of this name */
  schema(name: string): z.ZodType {
    const schema = this.named.get(name);
    if (!schema) throw new Error(`no contract exports ${name}`);
    return schema;
  }

  /** Settles the names in what was read, and adds the named schemas that it uses, directly or through others. */
  finish<T>(users: T): { users: T; components: Record<string, JsonSchema> } {
    const used = this.usedBy(users);
    const unlike = this.unlike(used);
    const nameOf = (name: string) => {
      if (!name.startsWith(SENT)) return name;
      const plain = name.slice(SENT.length);
      return unlike.has(plain) ? `${plain}Input` : plain;
    };
    const components = [...used].map((name) => [nameOf(name), renamed(this.definition(name), nameOf)] as const);
    return {
      users: renamed(users, nameOf) as T,
      components: Object.fromEntries(components.sort(([a], [b]) => (a < b ? -1 : 1))) as Record<string, JsonSchema>,
    };
  }

  private usedBy(users: unknown): Set<string> {
    const used = new Set<string>();
    const follow = (schema: unknown) => {
      for (const name of referencesOf(schema)) {
        if (used.has(name)) continue;
        used.add(name);
        follow(this.definition(name));
      }
    };
    follow(users);
    return used;
  }

  /** Names that are used both ways and differ, in themselves or in what they refer to. */
  private unlike(used: ReadonlySet<string>): Set<string> {
    const both = [...used].filter((name) => used.has(SENT + name));
    if (both.length === 0) return new Set();
    const [input, output] = [this.reader("input").definitions, this.reader("output").definitions];
    const differs = (name: string) => !isDeepStrictEqual(input[name], output[name]);
    const unlike = new Set(both.filter(differs));
    for (let before = -1; before !== unlike.size; ) {
      before = unlike.size;
      for (const name of both) if (referencesOf(input[name]).some((inner) => unlike.has(inner))) unlike.add(name);
    }
    return unlike;
  }
}

function mark(schema: JsonSchema): JsonSchema {
  return renamed(schema, (name) => SENT + name) as JsonSchema;
}
