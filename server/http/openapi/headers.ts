import { LIMITS } from "../rate-limit";
import type { Operation, ReplyHeaders } from "./operation";
import type { SharedParts } from "./shared-parts";

const REQUEST_ID: ReplyHeaders = {
  "X-Request-Id": { description: "Names this request in our logs: `req_` and a ULID." },
};
const RETRY_AFTER: ReplyHeaders = {
  "Retry-After": { description: "Seconds to wait before trying again.", type: "integer" },
};
const CORS: ReplyHeaders = {
  "Access-Control-Allow-Origin": { description: "`*`: scripts of any page may read it." },
};
const REPLAYED: ReplyHeaders = {
  "Idempotent-Replayed": { description: "`true` where this is the reply to an earlier request.", optional: true },
};
/** Statuses that ask to come back later. */
const LATER = [429, 503, 507];

/** Headers that a reply has because of what its operation is. */
export function headersFor(operation: Operation, method: string, status: number): ReplyHeaders {
  const replayable = isRepeatable(operation, method) && status < 500 && ![401, 403, 429].includes(status);
  return {
    ...REQUEST_ID,
    ...(operation.cors && CORS),
    ...operation.everyReply,
    ...(operation.limit && rateLimitHeaders(operation.limit, status)),
    ...(LATER.includes(status) && RETRY_AFTER),
    ...(replayable && REPLAYED),
  };
}

/** Whether its replies have no headers that few operations have. */
export function hasCommonHeaders(operation: Operation): boolean {
  return !operation.cors && !operation.limit && !operation.everyReply;
}

/** Whether it takes an `Idempotency-Key`. */
export function isRepeatable(operation: Operation, method: string): boolean {
  return operation.idempotent === true && method === "POST";
}

function rateLimitHeaders(name: NonNullable<Operation["limit"]>, status: number): ReplyHeaders {
  const { limit, windowMs } = LIMITS[name];
  // Nobody is counted before it is known who asks, and where counting fails there is nothing to say.
  const optional = status === 401 || status === 403 || status >= 500;
  const window = `${limit} in ${windowMs / 60_000} min, by a window that slides`;
  return {
    "RateLimit-Limit": { description: `How many requests there may be: ${window}.`, type: "integer", optional },
    "RateLimit-Remaining": { description: "How many of them are left.", type: "integer", optional },
    "RateLimit-Reset": { description: "Seconds until one more is left.", type: "integer", optional },
  };
}

const COMMON: ReplyHeaders = { ...REQUEST_ID, ...CORS, ...RETRY_AFTER, ...REPLAYED };

const SCHEMAS = {
  integer: { type: "integer", format: "int32", minimum: 0, maximum: 2_147_483_647 },
  string: { type: "string", maxLength: 8192 },
};

/** Headers as OpenAPI writes them. */
export function headersOf(headers: ReplyHeaders, shared: SharedParts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, { description, optional = false, type = "string" }]) => {
      const header = { description, required: !optional, schema: SCHEMAS[type] };
      const known = COMMON[name]?.description === description;
      return [name, known ? shared.refer("headers", name, header) : header];
    }),
  );
}
