import type { Description } from "@/core/api-reference/description";
import { exampleValue } from "@/core/api-reference/example-value";
import type { Operation } from "@/core/api-reference/operation";
import type { ComposedRequest } from "@/core/api-reference/snippets";

/** What stands in the fields of the form. */
export interface Draft {
  /** By place and name: `path.id`. Empty means absent. */
  parameters: Record<string, string>;
  /** JSON for a JSON body and for a form's plain fields; text for a file. */
  body: string;
}

export function draftOf(operation: Operation, document: Description): Draft {
  const parameters = operation.parameters
    .filter((parameter) => parameter.required)
    .map(({ name, in: place, schema, example }) => {
      const value = example ?? exampleValue(schema, document);
      return [`${place}.${name}`, typeof value === "string" ? value : JSON.stringify(value)];
    });
  const { body } = operation;
  if (!body) return { parameters: Object.fromEntries(parameters), body: "" };
  const value = body.example ?? (body.schema ? exampleValue(body.schema, document) : "");
  const shown = body.type === "multipart/form-data" ? formDraft(value) : value;
  return {
    parameters: Object.fromEntries(parameters),
    body: typeof shown === "string" ? shown : JSON.stringify(shown, null, 2),
  };
}

/** A file is chosen beside the text; in the snippets it is one of the reader's own. */
function formDraft(value: unknown): Record<string, unknown> {
  return { ...(value as Record<string, unknown>), file: "@file" };
}

/** Path and query as the draft fills them, from the root of the server. */
export function pathOf(operation: Operation, { parameters }: Draft): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(parameters[`path.${name}`] || name),
  );
  const query = new URLSearchParams();
  for (const { name, in: place } of operation.parameters) {
    const value = parameters[`${place}.${name}`];
    if (place === "query" && value) query.set(name, value);
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Headers that the draft names, beside those of the key and the body. */
export function headersOf(operation: Operation, { parameters }: Draft): Record<string, string> {
  const named = operation.parameters.filter((parameter) => parameter.in === "header");
  return Object.fromEntries(
    named.flatMap(({ name }) => {
      const value = parameters[`header.${name}`];
      return value ? [[name, value]] : [];
    }),
  );
}

export function keyHeaderOf(operation: Operation): ComposedRequest["key"] {
  if (operation.callers.includes("importKey")) return { header: "X-API-Key", variable: "LINEUP_IMPORT_KEY" };
  return operation.callers.length === 0 ? null : { header: "Authorization", variable: "LINEUP_KEY" };
}

/** The request of a draft, for a program. */
export function composed(operation: Operation, draft: Draft, origin: string): ComposedRequest {
  const { method, body } = operation;
  return {
    method,
    url: origin + pathOf(operation, draft),
    key: keyHeaderOf(operation),
    body: body && draft.body ? { type: body.type, text: draft.body } : null,
  };
}
