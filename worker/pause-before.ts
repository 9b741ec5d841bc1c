import { FetchFailure } from "@/core/net/fetch-failure";

const FIRST_MS = 5_000;

/** Before each further try twice as long as before, and never less than a foreign server asked for. */
export function pauseBefore(attemptsMade: number, thrown: unknown): number {
  const asked = thrown instanceof FetchFailure ? thrown.more.retryAfterMs : undefined;
  return Math.max(FIRST_MS * 2 ** (attemptsMade - 1), asked ?? 0);
}
