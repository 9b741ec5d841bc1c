import type { Operation } from "@/server/http/openapi/operation";
import { responsesOf } from "@/server/http/openapi/responses";
import { SchemaBook } from "@/server/http/openapi/schema-book";
import { IMPORT_ERRORS } from "@/server/http/openapi/security";
import { SharedParts } from "@/server/http/openapi/shared-parts";
import { type Described, inlined } from "./judge-reply";

const known = new Map<string, Described>();
let book: SchemaBook | undefined;

/** What an operation may answer, made from its declaration as the description of the API is. */
export function describedBy(operation: Operation, method: string): Described {
  const name = `${method} ${operation.id}`;
  const described = known.get(name) ?? read(name, operation, method);
  known.set(name, described);
  return described;
}

function read(name: string, operation: Operation, method: string): Described {
  book ??= new SchemaBook();
  const shared = new SharedParts();
  const envelope = book.read(book.schema("ErrorEnvelope"), "output");
  const { users, components } = book.finish({ responses: responsesOf(operation, method, { book, shared }), envelope });
  return {
    name,
    responses: inlined(users.responses, shared.parts) as Described["responses"],
    schemas: { ...components, ...IMPORT_ERRORS },
    validators: new Map(),
  };
}
