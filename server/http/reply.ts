import type { ErrorEnvelope } from "@/core/contract";
import { AppError } from "@/core/errors";
import { log } from "../log";
import { STATUS } from "./status";

/** Headers of a reply that is a file to save, for the description of the API. */
export const FILE_HEADERS = {
  "Content-Disposition": { description: "`attachment`, with a name for the file." },
} as const;

/** A JSON reply that no cache may keep. */
export function json(status: number, body: unknown, headers: HeadersInit = {}): Response {
  const all = new Headers(headers);
  all.set("Cache-Control", "no-store");
  if (body === undefined) return new Response(null, { status, headers: all });
  all.set("Content-Type", "application/json; charset=utf-8");
  return new Response(JSON.stringify(body), { status, headers: all });
}

/** The one error envelope, from whatever was thrown. Outages become 503, defects 500 and a log line. */
export function errorReply(thrown: unknown, requestId: string, headers: HeadersInit = {}): Response {
  const error = asAppError(thrown);
  const status = STATUS[error.code];
  const all = new Headers(headers);
  if (status === 503 || status === 507) all.set("Retry-After", "5");
  const wait = error.details?.retryAfterSeconds;
  if (typeof wait === "number") all.set("Retry-After", String(wait));
  return json(status, errorEnvelope(error, requestId), all);
}

/** The body of a reply that says what went wrong. */
export function errorEnvelope({ code, message, details }: AppError, requestId: string): ErrorEnvelope {
  return { error: { code, message, ...(details && { details }), requestId } };
}

/** Codes by which PostgreSQL, Redis and the network say that they cannot be reached. */
const OUTAGE =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EPIPE|EAI_AGAIN|57P0[123]|08\d{3}|53300|P1001|P1002|P1008|P1017|P2024|Connection terminated|Connection is closed|max retries per request|Command timed out|timeout exceeded when trying to connect/i;

/** What was thrown, as callers may see it: an outage or a defect says no more than that it is one. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isOutage(thrown)) {
    log.warn({ err: thrown }, "a service that this one depends on cannot be reached");
    return new AppError(
      "server.unavailable",
      "A service that Lineup depends on cannot be reached. Try again in a moment.",
    );
  }
  log.error({ err: thrown }, "unexpected error");
  return new AppError("server.error", "Something went wrong on our side. The request id helps to find out what.");
}

/** What Prisma's adapter says of a database that cannot be used; of raw queries the error itself has no code for it. */
const UNUSABLE: readonly unknown[] = [
  "DatabaseNotReachable",
  "ConnectionClosed",
  "TooManyConnections",
  "SocketTimeout",
];

function isOutage(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 4; error = error.cause, depth++) {
    if (UNUSABLE.includes(adapterKindOf(error))) return true;
    if (OUTAGE.test(`${(error as { code?: string }).code ?? ""} ${error.name} ${error.message}`)) return true;
    if (error instanceof AggregateError && error.errors.some(isOutage)) return true;
  }
  return false;
}

function adapterKindOf(error: Error): unknown {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: { kind?: unknown } } } };
  return meta?.driverAdapterError?.cause?.kind;
}
