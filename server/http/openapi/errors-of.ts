import type { ErrorCode } from "@/core/errors";
import type { Operation } from "./operation";

const READS = ["GET", "HEAD"];

/** Every code that an operation answers: what follows from its declaration, and what it adds. */
export function errorsOf(operation: Operation, method: string): ErrorCode[] {
  const codes = new Set<ErrorCode>();
  const add = (...more: ErrorCode[]) => {
    for (const code of more) codes.add(code);
  };
  const { access, params, query, body, limit, idempotent, precondition } = operation;
  if (body) {
    add("request.too_large", "request.unsupported_media_type");
    if (body.schema) add("request.invalid");
    // The import API tells of broken JSON as it tells of wrong fields, and a file is whatever it is.
    if (body.schema && !operation.detailErrors) add("request.malformed");
  }
  if (query) {
    add("request.invalid");
    if (requiresQuery(query)) add("request.missing_parameter");
  }
  if (access !== "public") add("auth.unauthenticated");
  if (access !== "public" && access !== "import_key") {
    if (!READS.includes(method)) add("auth.csrf");
    if (access === "session") add("api_key.session_required");
    else if (access !== "any") add("auth.insufficient_scope");
  }
  if (params && !params.safeParse({}).success) add("resource.not_found");
  if (idempotent && method === "POST") add("idempotency.in_progress", "idempotency.mismatch", "request.invalid");
  if (precondition) add(precondition);
  if (limit) add("rate_limit.exceeded");
  add(...(operation.errors ?? []), "server.error", "server.unavailable");
  return [...codes];
}

/** Whether something must stand in the query. */
export function requiresQuery(query: NonNullable<Operation["query"]>): boolean {
  const parsed = query.safeParse({});
  return !parsed.success && parsed.error.issues.some((issue) => issue.path.length === 1);
}
