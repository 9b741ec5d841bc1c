import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

export interface ResponseObject {
  headers?: Record<string, { required?: boolean }>;
  content?: Record<string, { schema?: object }>;
  "x-error-codes"?: string[];
}

/** What one method of one address may answer, as the description of the API says; nothing in it is a reference but schemas. */
export interface Described {
  name: string;
  responses: Record<string, ResponseObject>;
  schemas: Record<string, unknown>;
  /** Compiled when first needed, by status. */
  validators: Map<number, ValidateFunction>;
}

/** A reply as it came. */
export interface Reply {
  method: string;
  status: number;
  headers: Headers;
  /** Null where it was not kept: of files and of streams that have no end. */
  body: string | null;
}

/** Headers that say how a body is sent, or that pages and API have alike: not what is answered. */
const EVERYWHERE =
  /^(content-(type|length|encoding|security-policy)|cache-control|vary|date|connection|keep-alive|transfer-encoding|last-modified|x-content-type-options|x-frame-options|referrer-policy|permissions-policy|cross-origin-(opener|resource)-policy|strict-transport-security|x-accel-buffering|access-control-expose-headers)$/;

/** What is in a reply that its description does not say, or is not in it that it says; null where the two agree. */
export function judgeReply(described: Described, { method, status, headers, body }: Reply): string | null {
  const answer = described.responses[status];
  if (!answer) return `status ${status}: ${body ?? ""}`;
  const wrong = wrongHeader(answer, status, headers);
  if (wrong) return wrong;
  const type = headers.get("content-type")?.split(";")[0];
  if (!type || method === "HEAD") return null;
  const media = answer.content?.[type];
  if (!media) return `${status} as ${type}`;
  if (type !== "application/json" || !media.schema || body === null) return null;
  return wrongBody(described, status, answer, JSON.parse(body));
}

function wrongHeader({ headers: described = {} }: ResponseObject, status: number, headers: Headers): string | null {
  const known = new Map(Object.entries(described).map(([name, header]) => [name.toLowerCase(), header]));
  for (const [name, { required }] of known)
    if (required && !headers.has(name)) return `${status} without the header ${name}`;
  for (const name of headers.keys())
    if (!known.has(name) && !EVERYWHERE.test(name)) return `${status} with the header ${name}`;
  return null;
}

function wrongBody(described: Described, status: number, answer: ResponseObject, body: unknown): string | null {
  const code = (body as { error?: { code?: string } } | null)?.error?.code;
  if (status >= 400 && code !== undefined && !answer["x-error-codes"]?.includes(code))
    return `${status} with the code ${code}`;
  const validate = described.validators.get(status) ?? compiled(described, status, answer);
  if (validate(body)) return null;
  return `${status} with ${JSON.stringify(validate.errors)} in ${JSON.stringify(body)}`;
}

function compiled({ schemas, validators }: Described, status: number, { content }: ResponseObject): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  const validate = ajv.compile({ ...content?.["application/json"]?.schema, components: { schemas } });
  validators.set(status, validate);
  return validate;
}

/** A part of a description with the headers and responses that it refers to in their places. */
export function inlined(value: unknown, parts: Record<string, Record<string, unknown> | undefined>): unknown {
  if (Array.isArray(value)) return value.map((one) => inlined(one, parts));
  if (typeof value !== "object" || value === null) return value;
  const [, kind = "", name = ""] =
    /^#\/components\/(headers|responses)\/(.+)$/.exec((value as { $ref?: string }).$ref ?? "") ?? [];
  if (kind) return inlined(parts[kind]?.[name], parts);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inlined(inner, parts)]));
}
