import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { DescribedHandler } from "@/server/http/openapi/operation";
import { responsesOf } from "@/server/http/openapi/responses";
import { SchemaBook } from "@/server/http/openapi/schema-book";
import { IMPORT_ERRORS } from "@/server/http/openapi/security";
import { SharedParts } from "@/server/http/openapi/shared-parts";

interface ResponseObject {
  headers?: Record<string, { $ref?: string; required?: boolean }>;
  content?: Record<string, { schema?: object }>;
  "x-error-codes"?: string[];
}

/** What a method of a route may answer, as the description of the API says. */
interface Described {
  responses: Record<string, ResponseObject>;
  validators: Map<string, ValidateFunction>;
  schemas: Record<string, unknown>;
}

/** Headers that say how a body is sent, not what it is. */
const TRANSPORT = ["content-type", "content-length", "cache-control", "vary"];

const known = new Map<string, Described>();
let book: SchemaBook | undefined;

/**
 * Compares a reply of a route with the description of the API that is made from the same declaration.
 * @throws Error naming the status, header, error code or field that is not described
 */
export async function requireDescribed(handler: unknown, method: string, reply: Response): Promise<void> {
  const { operation } = handler as Partial<DescribedHandler>;
  if (!operation) return;
  const name = `${method} ${operation.id}`;
  if (!known.has(name)) known.set(name, described(operation, method));
  const { responses, validators, schemas } = known.get(name)!;
  const refuse = (what: string) => {
    throw new Error(`${operation.id} answered what its description does not say: ${what}`);
  };

  const answer = responses[reply.status];
  if (!answer) return refuse(`status ${reply.status}: ${await reply.clone().text()}`);
  requireHeaders(answer, reply, refuse);

  const type = reply.headers.get("content-type")?.split(";")[0];
  if (!type) return;
  const media = answer.content?.[type];
  if (!media) return refuse(`${reply.status} as ${type}`);
  if (type !== "application/json" || !media.schema) return;
  const body = await reply.clone().json();
  const code = body?.error?.code;
  const codes = answer["x-error-codes"];
  if (reply.status >= 400 && code !== undefined && !codes?.includes(code))
    refuse(`${reply.status} with the code ${code}`);
  const key = `${reply.status}`;
  if (!validators.has(key)) validators.set(key, compile(media.schema, schemas));
  const validate = validators.get(key)!;
  if (!validate(body)) refuse(`${reply.status} with ${JSON.stringify(validate.errors)} in ${JSON.stringify(body)}`);
}

function requireHeaders(described: ResponseObject, reply: Response, refuse: (what: string) => void): void {
  const headers = new Map(
    Object.entries(described.headers ?? {}).map(([name, header]) => [name.toLowerCase(), header]),
  );
  for (const [name, header] of headers)
    if (header.required && !reply.headers.has(name)) refuse(`${reply.status} without the header ${name}`);
  for (const name of reply.headers.keys())
    if (!headers.has(name) && !TRANSPORT.includes(name)) refuse(`${reply.status} with the header ${name}`);
}

function described(operation: DescribedHandler["operation"], method: string): Described {
  book ??= new SchemaBook();
  const shared = new SharedParts();
  const envelope = book.read(book.schema("ErrorEnvelope"), "output");
  const { users, components } = book.finish({ responses: responsesOf(operation, method, { book, shared }), envelope });
  return {
    responses: inlined(users.responses, shared) as Described["responses"],
    validators: new Map(),
    schemas: { ...components, ...IMPORT_ERRORS },
  };
}

/** The same with headers and responses that are shared where they are referred to. */
function inlined(value: unknown, shared: SharedParts): unknown {
  if (Array.isArray(value)) return value.map((one) => inlined(one, shared));
  if (typeof value !== "object" || value === null) return value;
  const [, kind, name] =
    /^#\/components\/(headers|responses)\/(.+)$/.exec((value as { $ref?: string }).$ref ?? "") ?? [];
  if (kind && name) return inlined(shared.parts[kind as "headers" | "responses"]?.[name], shared);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inlined(inner, shared)]));
}

function compile(schema: object, schemas: Record<string, unknown>): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  return ajv.compile({ ...schema, components: { schemas } });
}
