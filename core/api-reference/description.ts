/** A schema of the API description (JSON Schema 2020-12), as far as readers of it look. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description?: string;
  schema: Schema;
  example?: unknown;
}

interface MediaType {
  schema?: Schema;
  example?: unknown;
  examples?: Record<string, { value?: unknown }>;
}

export interface Reply {
  description: string;
  headers?: Record<string, { $ref?: string; description?: string; required?: boolean }>;
  content?: Record<string, MediaType>;
  "x-error-codes"?: string[];
}

export interface DescribedOperation {
  operationId: string;
  tags?: string[];
  summary: string;
  description?: string;
  security?: Record<string, string[]>[];
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { required?: boolean; content: Record<string, MediaType> };
  responses: Record<string, Reply | { $ref: string }>;
  "x-required-scope"?: string;
  "x-rate-limit"?: string;
}

/** An OpenAPI 3.1 document as it is on the wire. */
export interface Description {
  info: { title: string; version: string; summary?: string; description?: string };
  servers: { url: string }[];
  tags: { name: string; description?: string }[];
  paths: Record<string, Record<string, DescribedOperation>>;
  components?: Record<string, Record<string, unknown>>;
}

/**
 * What a reference within the document points to; anything else is itself.
 * @throws Error when it points to nothing
 */
export function resolved<T>(value: T | { $ref?: string }, document: Pick<Description, "components">): T {
  const ref = (value as { $ref?: string } | undefined)?.$ref;
  if (ref === undefined) return value as T;
  let found: unknown = document;
  for (const step of ref.replace(/^#\//, "").split("/")) {
    found = (found as Record<string, unknown> | undefined)?.[step.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  if (found === undefined) throw new Error(`the description refers to ${ref}, which is not in it`);
  return resolved(found as T, document);
}

/** Last step of a reference: the name under which readers know a schema. */
export function nameOfRef(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}
