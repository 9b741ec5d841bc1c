/** A schema of the description, as far as the fuzzer looks into it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  schema: Schema;
}

export interface Reply {
  /** Media types of its body; none for an empty one. */
  types: string[];
  /** Error codes that it may carry, where it is an error. */
  codes?: string[];
  requiredHeaders: string[];
}

export interface FuzzOperation {
  id: string;
  method: string;
  path: string;
  limited: boolean;
  parameters: Parameter[];
  body?: { types: string[]; schema: Schema };
  /** By status. */
  replies: Record<string, Reply>;
  /** Errors are `{ detail }`, as the import API publishes them. */
  detailErrors: boolean;
}

type Json = Record<string, unknown>;

/** A description as it is on the wire. */
export interface Description {
  paths: Record<string, Record<string, Json>>;
  components?: Record<string, Record<string, unknown>>;
}

/** What a reference within the description points to; anything else is itself. */
export function resolved<T>(value: T, description: Description): T {
  const ref = (value as { $ref?: string } | undefined)?.$ref;
  if (ref === undefined) return value;
  const steps = ref.replace(/^#\//, "").split("/");
  let found: unknown = description;
  for (const step of steps) found = (found as Json | undefined)?.[step.replaceAll("~1", "/").replaceAll("~0", "~")];
  if (found === undefined) throw new Error(`the description refers to ${ref}, which is not in it`);
  return resolved(found as T, description);
}

/** All operations of a description, in its order. */
export function operationsOf(description: Description): FuzzOperation[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => readOperation(path, method, operation, description)),
  );
}

function readOperation(path: string, method: string, operation: Json, description: Description): FuzzOperation {
  const parameters = (operation.parameters ?? []) as Parameter[];
  return {
    id: String(operation.operationId),
    method: method.toUpperCase(),
    path,
    limited: "x-rate-limit" in operation,
    parameters: parameters.map((parameter) => resolved(parameter, description)),
    body: readBody(operation.requestBody, description),
    replies: Object.fromEntries(
      Object.entries(operation.responses as Json).map(([status, reply]) => [status, readReply(reply, description)]),
    ),
    detailErrors: path.startsWith("/api/v1/import"),
  };
}

function readBody(body: unknown, description: Description): FuzzOperation["body"] {
  if (body === undefined) return undefined;
  const { content = {} } = resolved(body as { content?: Record<string, { schema?: Schema }> }, description);
  return { types: Object.keys(content), schema: Object.values(content)[0]?.schema ?? {} };
}

function readReply(reply: unknown, description: Description): Reply {
  const {
    content = {},
    headers = {},
    ...rest
  } = resolved(
    reply as { content?: Json; headers?: Record<string, { required?: boolean }>; "x-error-codes"?: string[] },
    description,
  );
  const required = Object.entries(headers).filter(([, header]) => resolved(header, description).required);
  return {
    types: Object.keys(content),
    ...(rest["x-error-codes"] && { codes: rest["x-error-codes"] }),
    requiredHeaders: required.map(([name]) => name),
  };
}
