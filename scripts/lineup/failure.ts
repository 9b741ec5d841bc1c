/** What the exit code of `lineup` says. Scripts branch on it, so a number never changes its meaning. */
export const EXIT = { done: 0, refused: 1, usage: 2, unreachable: 3, notAllowed: 4, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why a command ended without its work done: a sentence for a person, a code for a program. */
export class Failure extends Error {
  override readonly name = "Failure";

  constructor(
    readonly exitCode: ExitCode,
    readonly code: string,
    message: string,
    readonly details?: Record<string, unknown>,
    readonly requestId?: string,
  ) {
    super(message);
  }

  /** As `--json` prints it: the envelope of the API. */
  toJSON() {
    const { code, message, details, requestId } = this;
    return { error: { code, message, ...(details && { details }), ...(requestId && { requestId }) } };
  }
}

export function usage(message: string): Failure {
  return new Failure(EXIT.usage, "command.usage", message);
}

interface Envelope {
  error: { code: string; message: string; details?: Record<string, unknown>; requestId?: string };
}

function isEnvelope(body: unknown): body is Envelope {
  const error = (body as Envelope | null)?.error;
  return typeof error?.code === "string" && typeof error.message === "string";
}

/** The failure behind a reply that is not 2xx, or behind none at all (`status` undefined). */
export function failureOf(thrown: unknown, status: number | undefined, url: string): Failure {
  if (thrown instanceof Failure) return thrown;
  if (status === undefined) {
    if (isAbort(thrown)) return new Failure(EXIT.interrupted, "command.interrupted", "Interrupted.");
    const message = `${url} cannot be reached${reasonOf(thrown)}. Is the address right, and does Lineup run there?`;
    return new Failure(EXIT.unreachable, "network.unreachable", message);
  }
  if (!isEnvelope(thrown)) {
    const message = `${url} gave an answer (${status}) that is not Lineup's. Is the address right?`;
    return new Failure(EXIT.unreachable, "network.unreadable", message);
  }
  const { code, message, details, requestId } = thrown.error;
  const exitCode = status === 401 || status === 403 ? EXIT.notAllowed : status >= 500 ? EXIT.unreachable : EXIT.refused;
  return new Failure(exitCode, code, message, details, requestId);
}

export function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === "AbortError";
}

/** Node says "fetch failed" and keeps the reason in the cause. */
function reasonOf(thrown: unknown): string {
  const code = (thrown as { cause?: { code?: string } } | null)?.cause?.code;
  return code ? ` (${code})` : "";
}
