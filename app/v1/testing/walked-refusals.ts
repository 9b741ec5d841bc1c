import type { ErrorCode } from "@/core/errors";
import { requiresQuery } from "@/server/http/openapi/errors-of";
import type { Operation } from "@/server/http/openapi/operation";
import { AUTHORISATION } from "./authorisation-table";

/** One operation of the table of routes. */
export interface Walked {
  method: string;
  path: string;
  operation: Operation;
}

const CHANGING = ["POST", "PUT", "PATCH", "DELETE"];

/** Which operations each kind of refusal is tried with, by the tests that walk all routes. */
export const WALKS = {
  malformed: ({ operation }: Walked) => operation.body?.schema !== undefined && !operation.detailErrors,
  tooLarge: ({ operation }: Walked) => operation.body !== undefined,
  unsupported: ({ operation }: Walked) => operation.body !== undefined,
  unknownField: ({ operation }: Walked) => operation.body?.schema !== undefined,
  missingParameter: ({ operation }: Walked) => operation.query !== undefined && requiresQuery(operation.query),
  otherOrigin: ({ method, operation: { access } }: Walked) =>
    CHANGING.includes(method) && access !== "public" && access !== "import_key",
  repeated: ({ method, operation }: Walked) =>
    method === "POST" && operation.idempotent === true && operation.access !== "public",
  withParams: ({ operation: { params } }: Walked) => params?.safeParse({}).success === false,
  limited: ({ operation }: Walked) => operation.limit !== undefined,
} as const;

/** Codes of refusals that the walking tests prove for an operation; all others need a block in a test of its route. */
export function walkedCodes(walked: Walked): Set<ErrorCode> {
  const codes: ErrorCode[] = ["server.error", "server.unavailable", "auth.unauthenticated"];
  codes.push("auth.insufficient_scope", "api_key.session_required");
  const [, foreign] = AUTHORISATION[`${walked.method} ${walked.path}`] ?? [];
  if (foreign === "hidden") codes.push("resource.not_found");
  if (WALKS.malformed(walked)) codes.push("request.malformed");
  if (WALKS.tooLarge(walked)) codes.push("request.too_large");
  if (WALKS.unsupported(walked)) codes.push("request.unsupported_media_type");
  if (WALKS.unknownField(walked)) codes.push("request.invalid");
  if (WALKS.missingParameter(walked)) codes.push("request.missing_parameter");
  if (WALKS.otherOrigin(walked)) codes.push("auth.csrf");
  if (WALKS.repeated(walked)) codes.push("idempotency.in_progress", "idempotency.mismatch", "request.invalid");
  if (WALKS.limited(walked)) codes.push("rate_limit.exceeded");
  return new Set(codes);
}
