/** What an answer to a delivery means. */
export type Verdict = "delivered" | "failed" | "gone";

/**
 * Only 2xx is a delivery. 410 says that the address will never take one again (Standard Webhooks); a redirect is a
 * failure, since it would send a signed message to somebody else.
 */
export function judgeAnswer(status: number): { verdict: Verdict; error: string | null } {
  if (status >= 200 && status < 300) return { verdict: "delivered", error: null };
  if (status === 410) return { verdict: "gone", error: "It answered 410: nobody takes webhooks there any more." };
  if (status >= 300 && status < 400) {
    return { verdict: "failed", error: `It answered ${status}: redirects are not followed. Enter the final address.` };
  }
  return { verdict: "failed", error: `It answered ${status}.` };
}

const DAY_MS = 24 * 3_600_000;
/** An endpoint that took nothing for so long, over so many attempts, is disabled. */
export const FAILING_FOR_MS = 5 * DAY_MS;
export const FAILING_ATTEMPTS = 20;

export interface Health {
  /** The first failure since the last success. */
  failingSinceMs: number | null;
  /** Attempts that failed since the last success. */
  failures: number;
}

/** Whether an endpoint has failed for so long that nobody can be looking after it. */
export function isGivenUp({ failingSinceMs, failures }: Health, nowMs: number): boolean {
  return failingSinceMs !== null && nowMs - failingSinceMs >= FAILING_FOR_MS && failures >= FAILING_ATTEMPTS;
}
