import { TAGS } from "@/core/openapi/tags";
import { LIMITS } from "../rate-limit";
import { addExamples } from "./add-examples";
import { bodyOf, fileOf } from "./bodies";
import { INTRODUCTION } from "./introduction";
import type { JsonSchema } from "./json-schema";
import type { DescribedHandler, Operation } from "./operation";
import { type Place, parametersOf } from "./parameters";
import { responsesOf } from "./responses";
import { SchemaBook } from "./schema-book";
import { IMPORT_ERRORS, SECURITY_SCHEMES, securityOf } from "./security";
import { SharedParts } from "./shared-parts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];

/** Every path of the API with what answers it: the exports of a `route.ts`, or described operations by method. */
export type PathTable = Readonly<Record<string, { readonly [M in Method]?: unknown }>>;

export interface DocumentParts {
  openapi: string;
  info: Record<string, unknown>;
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Record<string, unknown>>>;
  components: { schemas: Record<string, JsonSchema>; [kind: string]: unknown };
}

/** An OpenAPI 3.1 document, as the server at `servers[0]` answers it. */
export interface OpenApiDocument extends DocumentParts {
  servers: { url: string; description: string; "x-internal": boolean }[];
}

/** The operations of a table, in its order. What is exported beside them, such as a refusal of a method, is none. */
export function operationsOf(table: PathTable): { path: string; method: Method; operation: Operation }[] {
  return Object.entries(table).flatMap(([path, handlers]) =>
    METHODS.flatMap((method) => {
      const handler = handlers[method];
      return isDescribed(handler) ? [{ path, method, operation: handler.operation }] : [];
    }),
  );
}

function isDescribed(handler: unknown): handler is DescribedHandler {
  return (typeof handler === "function" || typeof handler === "object") && handler !== null && "operation" in handler;
}

/** The API as OpenAPI 3.1, made from the declarations of its routes. */
export function openApiDocument(table: PathTable, version: string): DocumentParts {
  const book = new SchemaBook();
  const shared = new SharedParts();
  const read: DocumentParts["paths"] = {};
  for (const { path, method, operation } of operationsOf(table)) {
    read[path] ??= {};
    read[path][method.toLowerCase()] = describedAs(operation, { path, method, book, shared });
  }
  const { users, components } = book.finish({ paths: read, errors: book.read(book.schema("ErrorEnvelope"), "output") });
  addExamples(users.paths, components);
  const used = new Set(operationsOf(table).map(({ operation }) => operation.tag));
  return {
    openapi: "3.1.0",
    info: { title: "Lineup", version, ...INTRODUCTION },
    tags: Object.entries(TAGS)
      .filter(([name]) => used.has(name as Operation["tag"]))
      .map(([name, description]) => ({ name, description })),
    paths: users.paths,
    components: { schemas: { ...components, ...IMPORT_ERRORS }, ...shared.parts, securitySchemes: SECURITY_SCHEMES },
  };
}

/** One operation as OpenAPI writes it, before the names in it are settled. */
export function describedAs(operation: Operation, place: Place): Record<string, unknown> {
  const { method, book, shared } = place;
  const { id, tag, summary, description, access, limit, body } = operation;
  const parameters = parametersOf(operation, place);
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [description, ...factsOf(operation)].filter(Boolean).join("\n\n"),
    security: securityOf(access),
    ...(access.includes(":") && { "x-required-scope": access }),
    ...(limit && { "x-rate-limit": limit }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, content: sentAs(body, book) },
    }),
    responses: responsesOf(operation, method, { book, shared }),
  };
}

function sentAs({ types, schema, maxBytes }: NonNullable<Operation["body"]>, book: SchemaBook) {
  return schema ? bodyOf(types, schema, "input", book) : fileOf(types, maxBytes);
}

/** What follows from a declaration and is good to know before calling. */
function factsOf({ access, limit, body, precondition }: Operation): string[] {
  const facts = [ACCESS[access] ?? `API keys need the scope \`${access}\`.`];
  if (limit)
    facts.push(`Limit \`${limit}\`: ${LIMITS[limit].limit} requests in ${LIMITS[limit].windowMs / 60_000} min.`);
  if (body) facts.push(`The body has at most ${body.maxBytes.toLocaleString("en")} bytes.`);
  if (precondition) facts.push("With `If-Match` nothing is done when the entity tag is not the present one.");
  return facts;
}

const ACCESS: { readonly [access in Operation["access"]]?: string } = {
  public: "For everybody: no key is needed.",
  any: "Takes any API key or session.",
  session: "Takes a session; API keys are refused.",
  import_key: "Takes a key of kind `import`.",
};
