import { AppError } from "@/core/errors";
import { FetchFailure, type FetchFailureCode } from "@/core/net/fetch-failure";

const MEANINGS: readonly [pattern: RegExp, code: FetchFailureCode][] = [
  [/^(ENOTFOUND|EAI_\w+)$/, "url.unknown_host"],
  [/^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/, "url.timeout"],
  [/^(CERT_\w+|ERR_TLS_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_SSL_\w+)$/, "url.certificate"],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM|EINVAL)$/, "url.unreachable"],
  [/^HPE_/, "url.bad_answer"],
  [/^(UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_\w+)$/, "url.bad_answer"],
];

/** What an error of the connection means to whoever gave the address. Refusals and our own failures stay. */
export function asFetchFailure(thrown: unknown): Error {
  if (thrown instanceof AppError || thrown instanceof FetchFailure) return thrown;
  for (const cause of causesOf(thrown)) {
    if (cause instanceof AppError || cause instanceof FetchFailure) return cause;
    const code = String((cause as { code?: unknown }).code ?? "");
    const found = MEANINGS.find(([pattern]) => pattern.test(code));
    if (found) return new FetchFailure(found[1], undefined, { cause: thrown });
  }
  return new FetchFailure("url.broken_off", undefined, { cause: thrown });
}

function* causesOf(thrown: unknown): Generator<object> {
  const isAggregate = thrown instanceof AggregateError;
  if (isAggregate) for (const inner of thrown.errors) yield* causesOf(inner);
  if (typeof thrown === "object" && thrown !== null) yield thrown;
  if (thrown instanceof Error && thrown.cause) yield* causesOf(thrown.cause);
}
