import { AppError } from "@/core/errors";
import { addressGroup } from "@/core/net/address-group";
import { spend, takeBack } from "../limits/sliding-window";
import { log } from "../log";

/**
 * Published limits: requests per window, per user or, without one, per IP address. `uncounted` says what becomes of a
 * request that cannot be counted because Redis is away: reads and what audiences send go on, writes wait.
 */
export const LIMITS = {
  uploads: { windowMs: 60_000, limit: 60, uncounted: "refused" },
  search: { windowMs: 60_000, limit: 60, uncounted: "passed" },
  api_key_create: { windowMs: 3_600_000, limit: 20, uncounted: "refused" },
  oauth_exchange: { windowMs: 3_600_000, limit: 10, uncounted: "refused" },
  device_code_entry: { windowMs: 3_600_000, limit: 30, uncounted: "refused" },
  beacons: { windowMs: 60_000, limit: 600, uncounted: "passed" },
  register: { windowMs: 3_600_000, limit: 20, uncounted: "refused" },
} as const;

export type LimitName = keyof typeof LIMITS;

export interface Verdict {
  /** `RateLimit-*` and `Retry-After`. Of a request that could not be counted they tell an empty window. */
  headers: Record<string, string>;
  /** Why the request may not go on. */
  refusal: AppError | null;
  /** The request turned out to be one that does not count. */
  takeBack(): Promise<void>;
}

/**
 * Counts one request against a published limit; a refused one is not counted. All windows slide. `caller` is the id of
 * the user, or the IP address of somebody unknown. Needs no framework.
 * @throws server.unavailable when it must be counted and Redis cannot be reached
 */
export async function judgeRequest(name: LimitName, caller: string): Promise<Verdict> {
  const { windowMs, limit, uncounted } = LIMITS[name];
  const key = `${name}:${addressGroup(caller)}`;
  const spent = await spend(key, { windowMs, limit }).catch((thrown) => {
    if (uncounted === "refused") throw thrown;
    return null;
  });
  if (!spent) return { headers: headersOf(limit, limit, 0), refusal: null, takeBack: async () => {} };
  const resetSeconds = Math.ceil(spent.resetMs / 1000);
  const headers = headersOf(limit, spent.remaining, resetSeconds);
  if (spent.allowed) return { headers, refusal: null, takeBack: () => givenBack(key, spent.eventId) };
  const retryAfter = Math.max(1, resetSeconds);
  const refusal = new AppError("rate_limit.exceeded", `Too many requests. Try again in ${retryAfter} s.`, {
    limit,
    windowSeconds: windowMs / 1000,
  });
  return { headers: { ...headers, "Retry-After": String(retryAfter) }, refusal, takeBack: async () => {} };
}

function headersOf(limit: number, remaining: number, resetSeconds: number): Record<string, string> {
  return {
    "RateLimit-Limit": String(limit),
    "RateLimit-Remaining": String(remaining),
    "RateLimit-Reset": String(resetSeconds),
  };
}

/**
 * Counts one request and writes what was judged into the headers of its reply.
 * @throws rate_limit.exceeded; server.unavailable as {@link judgeRequest}
 */
export async function spendLimit(name: LimitName, caller: string, headers: Headers): Promise<Verdict> {
  const verdict = await judgeRequest(name, caller);
  for (const [header, value] of Object.entries(verdict.headers)) headers.set(header, value);
  if (verdict.refusal) throw verdict.refusal;
  return verdict;
}

/** A request that was counted wrongly is a smaller harm than one that fails for it. */
async function givenBack(key: string, eventId: string): Promise<void> {
  await takeBack(key, eventId).catch((err) => log.warn({ err }, "a request that does not count was counted"));
}
