import type { z } from "zod";
import { exampleOf } from "@/core/openapi/examples";
import type { Direction } from "./json-schema";
import type { SchemaBook } from "./schema-book";

/** A body in each of its media types. JSON has its schema and an example; a file is what its type says. */
export function bodyOf(
  types: readonly string[],
  schema: z.ZodType | undefined,
  direction: Direction,
  book: SchemaBook,
): Record<string, unknown> {
  const name = schema && book.nameOf(schema);
  const example = name === undefined ? undefined : exampleOf(name);
  const one = {
    ...(schema ? { schema: book.read(schema, direction) } : {}),
    ...(example !== undefined && { example }),
  };
  return Object.fromEntries(types.map((type) => [type, schema ? one : fileOf(type)]));
}

function fileOf(type: string): unknown {
  return type.startsWith("text/") || /[+/](xml|vnd\.apple\.mpegurl)$/.test(type) ? { schema: { type: "string" } } : {};
}
