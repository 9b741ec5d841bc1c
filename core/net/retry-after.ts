/** `Retry-After` (RFC 9110 §10.2.3), as seconds or as a date, in milliseconds from now; never negative. */
export function retryAfterMs(value: string | undefined, nowMs: number): number | undefined {
  if (!value) return undefined;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return Number.isFinite(ms) ? Math.max(ms, 0) : undefined;
}
