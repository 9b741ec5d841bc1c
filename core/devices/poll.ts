/** RFC 8628 §3.5: what a device that asks too soon is told to add to its interval, for good. */
export const SLOW_DOWN_SECONDS = 5;
/** A request that is a little early has met a clock or a network that is not perfect, and means no harm. */
const TOLERANCE_MS = 500;

export interface Poll {
  intervalSeconds: number;
  lastPolledAt: Date | null;
}

/** Whether a device asks sooner than it was told to. */
export function asksTooSoon({ intervalSeconds, lastPolledAt }: Poll, now: Date): boolean {
  return lastPolledAt !== null && now.getTime() - lastPolledAt.getTime() < intervalSeconds * 1000 - TOLERANCE_MS;
}

/**
 * How long a used refresh token is forgiven: the reply to the first use may have been lost on its way. Later, two
 * parties hold it.
 */
const LOST_REPLY_MS = 60_000;

/** Whether the use of a refresh token tells that it was stolen. */
export function isReplay(usedAt: Date | null, now: Date): boolean {
  return usedAt !== null && now.getTime() - usedAt.getTime() > LOST_REPLY_MS;
}
