import type { z } from "zod";
import type { Direction } from "./json-schema";
import type { SchemaBook } from "./schema-book";

/** A body of JSON, or of a form, in each of its media types. */
export function bodyOf(types: readonly string[], schema: z.ZodType, direction: Direction, book: SchemaBook) {
  const body = { schema: book.read(schema, direction) };
  return Object.fromEntries(types.map((type) => [type, body]));
}

/** A file, which is what its media type says. Text has a length, and other bytes have no schema. */
export function fileOf(types: readonly string[], maxBytes?: number) {
  const text = { schema: { type: "string", ...(maxBytes && { maxLength: maxBytes }) } };
  return Object.fromEntries(types.map((type) => [type, type.startsWith("text/") ? text : {}]));
}
