import { SLOW_DOWN_SECONDS } from "../devices/poll";

/** What the token endpoint answered; status 0 when nothing came back. */
export interface TokenAnswer {
  status: number;
  code?: string;
  retryAfterSeconds?: number;
}

export type PairingStep =
  | { step: "wait"; intervalSeconds: number }
  | { step: "signedIn" }
  /** The code is of no use any more: `refused` when its owner turned it away. */
  | { step: "newCode"; why: "refused" | "expired" };

const LONGEST_INTERVAL_SECONDS = 60;

/**
 * What a television does after it asked for its token (RFC 8628 §3.5): it goes on in its interval, five seconds slower
 * for good when told so, twice as slow each time that nothing answers, and asks for a new code when this one is over.
 */
export function afterPoll(answer: TokenAnswer, intervalSeconds: number): PairingStep {
  if (answer.status === 200) return { step: "signedIn" };
  if (answer.code === "authorization_pending") return { step: "wait", intervalSeconds };
  if (answer.code === "slow_down") return { step: "wait", intervalSeconds: intervalSeconds + SLOW_DOWN_SECONDS };
  if (answer.code === "access_denied") return { step: "newCode", why: "refused" };
  if (answer.code === "expired_token" || answer.code === "invalid_grant") return { step: "newCode", why: "expired" };
  const patient = Math.min(Math.max(intervalSeconds * 2, answer.retryAfterSeconds ?? 0), LONGEST_INTERVAL_SECONDS);
  return { step: "wait", intervalSeconds: patient };
}
