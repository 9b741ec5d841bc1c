import { AppError } from "@/core/errors";
import { spend } from "../limits/sliding-window";

/** Published limits: requests per window, per user or, without one, per IP address. */
export const LIMITS = {
  uploads: { windowMs: 60_000, limit: 60 },
  search: { windowMs: 60_000, limit: 60 },
  api_key_create: { windowMs: 3_600_000, limit: 20 },
  oauth_exchange: { windowMs: 3_600_000, limit: 10 },
  beacons: { windowMs: 60_000, limit: 600 },
  register: { windowMs: 3_600_000, limit: 20 },
} as const;

export type LimitName = keyof typeof LIMITS;

/**
 * Counts one request against a published limit and writes the `RateLimit-*` headers. A refused request is not
 * counted. All windows slide.
 * @throws rate_limit.exceeded; server.unavailable when Redis cannot be reached
 */
export async function spendLimit(name: LimitName, caller: string, headers: Headers): Promise<void> {
  const { windowMs, limit } = LIMITS[name];
  const spent = await spend(`${name}:${caller}`, { windowMs, limit });
  headers.set("RateLimit-Limit", String(limit));
  headers.set("RateLimit-Remaining", String(spent.remaining));
  headers.set("RateLimit-Reset", String(Math.ceil(spent.resetMs / 1000)));
  if (spent.allowed) return;
  const retryAfter = Math.max(1, Math.ceil(spent.resetMs / 1000));
  headers.set("Retry-After", String(retryAfter));
  throw new AppError("rate_limit.exceeded", `Too many requests. Try again in ${retryAfter} s.`, {
    limit,
    windowSeconds: windowMs / 1000,
  });
}
