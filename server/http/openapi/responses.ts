import { bodyOf, fileOf } from "./bodies";
import { headersFor, headersOf } from "./headers";
import type { Operation } from "./operation";
import { refusalsOf } from "./refusals";
import type { SchemaBook } from "./schema-book";
import type { SharedParts } from "./shared-parts";

const MEANINGS: Record<number, string> = {
  200: "Done.",
  201: "Created.",
  202: "Accepted: the work goes on in the background.",
  204: "Done; there is nothing to add.",
  304: "Unchanged since the entity tag in `If-None-Match`.",
};

/** Every reply that an operation gives, by status. */
export function responsesOf(
  operation: Operation,
  method: string,
  { book, shared }: { book: SchemaBook; shared: SharedParts },
): Record<string, unknown> {
  const replies = operation.success.map(({ status, description, types, schema, headers }) => [
    String(status),
    {
      description: description ?? MEANINGS[status] ?? "Done.",
      headers: headersOf({ ...headersFor(operation, method, status), ...headers }, shared),
      ...(types && { content: schema ? bodyOf(types, schema, "output", book) : fileOf(types) }),
    },
  ]);
  return Object.fromEntries([...replies, ...refusalsOf(operation, method, shared)]);
}
