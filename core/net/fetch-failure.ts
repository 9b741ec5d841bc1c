import { retryAfterMs } from "./retry-after";

/** Why a request to somebody else's server brought nothing. The sentence is for whoever gave the address. */
const FAILURES = {
  "url.not_found": { retry: false, sentence: "The server says that there is nothing at this address." },
  "url.forbidden": { retry: false, sentence: "The server does not let us have this address. It may need a sign-in." },
  "url.bad_answer": { retry: false, sentence: "The server refused the request." },
  "url.server_failed": { retry: true, sentence: "The server failed to answer. It may work again later." },
  "url.busy": { retry: true, sentence: "The server asks us to come back later." },
  "url.unknown_host": { retry: true, sentence: "No server of this name can be found. Check the spelling." },
  "url.unreachable": { retry: true, sentence: "The server cannot be reached." },
  "url.certificate": {
    retry: false,
    sentence: "The server's certificate is not valid, so the connection is not safe.",
  },
  "url.timeout": { retry: true, sentence: "The server did not answer in time." },
  "url.too_slow": { retry: false, sentence: "The download took longer than this server allows." },
  "url.broken_off": { retry: true, sentence: "The connection broke off before everything had arrived." },
  "url.source_changed": { retry: true, sentence: "What the address leads to changed while it was downloaded." },
  "url.too_large": { retry: false, sentence: "What the server sends is larger than what is accepted." },
  "url.wrong_type": { retry: false, sentence: "What the server sends is of another kind than expected." },
  "url.redirect_loop": { retry: false, sentence: "The address leads in a circle of redirects." },
} as const satisfies Record<string, { retry: boolean; sentence: string }>;

export type FetchFailureCode = keyof typeof FAILURES;

/** A request that ended without a usable answer. Refused addresses are `AppError("url.refused")` instead. */
export class FetchFailure extends Error {
  override readonly name = "FetchFailure";
  /** Whether another try may end differently. */
  readonly retry: boolean;

  constructor(
    readonly code: FetchFailureCode,
    /** For the person who gave the address. */
    readonly sentence: string = FAILURES[code].sentence,
    readonly more: { httpStatus?: number; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(`${code}: ${sentence}`, { cause: more.cause });
    this.retry = FAILURES[code].retry;
  }
}

/** Longest pause that a server may ask for; a longer one is cut. */
const MAX_RETRY_AFTER_MS = 15 * 60_000;

/** What an answer's status means when it is no success. */
export function failureOfStatus(status: number, retryAfter: string | undefined, nowMs: number): FetchFailure {
  const more = { httpStatus: status, retryAfterMs: pauseOf(retryAfter, nowMs) };
  const answered = `The server answered ${status}`;
  if (status === 404 || status === 410) {
    return new FetchFailure("url.not_found", `${answered}: there is nothing at this address.`, more);
  }
  if (status === 401 || status === 403 || status === 407) {
    return new FetchFailure("url.forbidden", `${answered}: it does not let us have this address.`, more);
  }
  if (status === 429 || status === 503) {
    return new FetchFailure("url.busy", `${answered}: it asks us to come back later.`, more);
  }
  if (status >= 500 || status === 408 || status === 425) {
    return new FetchFailure("url.server_failed", `${answered}: it failed on its side.`, more);
  }
  return new FetchFailure("url.bad_answer", `${answered}, which is not a file.`, more);
}

function pauseOf(retryAfter: string | undefined, nowMs: number): number | undefined {
  const ms = retryAfterMs(retryAfter, nowMs);
  return ms === undefined ? undefined : Math.min(ms, MAX_RETRY_AFTER_MS);
}
