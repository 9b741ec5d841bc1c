const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A delivery is given up a day after its first attempt. */
export const RETRY_FOR_MS = 24 * HOUR_MS;

/** Pauses after the first, second, … attempt that failed; together a little less than a day. */
const PAUSES_MS = [
  5_000,
  30_000,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  6 * HOUR_MS,
  10 * HOUR_MS,
] as const;
/** Pauses are up to so much longer, so that what failed together does not come back together. */
const JITTER = 0.2;

export interface FailedAttempt {
  /** How many attempts have failed, this one included. */
  attempts: number;
  firstAttemptMs: number;
  nowMs: number;
  /** What the receiver asked for by `Retry-After`. */
  retryAfterMs?: number;
  /** From 0 to 1. */
  random: number;
}

/**
 * When a delivery that failed is tried again: after a pause that grows, never before the receiver asked for, and for
 * the last time when the day is over.
 * @returns null when it is given up
 */
export function nextAttemptMs({ attempts, firstAttemptMs, nowMs, retryAfterMs = 0, random }: FailedAttempt) {
  const lastMs = firstAttemptMs + RETRY_FOR_MS;
  const pauseMs = PAUSES_MS[attempts - 1];
  if (pauseMs === undefined || nowMs >= lastMs) return null;
  const pausedMs = Math.max(pauseMs * (1 + JITTER * random), retryAfterMs);
  return Math.min(nowMs + Math.round(pausedMs), lastMs);
}
