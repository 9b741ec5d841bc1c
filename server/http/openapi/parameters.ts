import { PARAMETERS } from "@/core/openapi/parameters";
import type { JsonSchema } from "./json-schema";
import type { Operation } from "./operation";
import type { SchemaBook } from "./schema-book";
import type { SharedParts } from "./shared-parts";

/** Where an operation stands, and what its description is put together from. */
export interface Place {
  path: string;
  method: string;
  book: SchemaBook;
  shared: SharedParts;
}

/** What an operation takes beside its body: in its path, its query and its headers. */
export function parametersOf(operation: Operation, { path, method, book, shared }: Place): unknown[] {
  return [
    ...placed("path", operation, book, namesIn(path)),
    ...placed("query", operation, book),
    ...Object.entries(operation.requestHeaders ?? {}).map(([name, { description, required = false, example }]) => ({
      name,
      in: "header",
      required,
      description,
      schema: { type: "string", maxLength: 255 },
      ...(example !== undefined && { example }),
    })),
    ...(operation.idempotent && method === "POST"
      ? [shared.refer("parameters", "IdempotencyKey", IDEMPOTENCY_KEY)]
      : []),
    ...(operation.precondition ? [shared.refer("parameters", "IfMatch", IF_MATCH)] : []),
  ];
}

/** Names between braces. */
function namesIn(path: string): string[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? "");
}

function placed(place: "path" | "query", operation: Operation, book: SchemaBook, only?: string[]): unknown[] {
  const schema = place === "path" ? operation.params : operation.query;
  if (!schema) return [];
  const shape = book.shapeOf(schema);
  return Object.entries(shape.properties)
    .filter(([name]) => only?.includes(name) ?? true)
    .map(([name, { description, ...rest }]) =>
      parameter(place, name, rest, description, shape.required.includes(name)),
    );
}

function parameter(place: string, name: string, schema: JsonSchema, said: unknown, required: boolean): unknown {
  const known = PARAMETERS[name];
  // Ids say of themselves only that they are ids.
  const description = said === undefined || schema.format !== undefined ? (known?.description ?? said) : said;
  return {
    name,
    in: place,
    required: place === "path" || required,
    ...(description !== undefined && { description }),
    schema,
    ...(known?.example !== undefined && { example: known.example }),
  };
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Any text of your own. A repeat within 24 hours is answered as the first request was, with `Idempotent-Replayed: true`, and does nothing.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
  example: "upload-episode-1",
};

const IF_MATCH = {
  name: "If-Match",
  in: "header",
  required: false,
  description:
    "The entity tag that you last saw. When it is not the present one, nothing is done and the answer is 412.",
  schema: { type: "string", maxLength: 255 },
  example: '"9f2c1d"',
};
