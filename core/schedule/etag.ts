import { AppError } from "../errors";

/** Entity tag of a channel's schedule, with its quotes. It changes exactly when the channel's blocks change. */
export function scheduleEtag(channel: { id: string; scheduleVersion: number }): string {
  return `"${channel.id}.${channel.scheduleVersion}"`;
}

/**
 * Compares an `If-Match` header with the schedule's entity tag (RFC 9110 §13.1.1). Without the header everything
 * matches; the quotes may be missing.
 * @throws schedule.changed
 */
export function requireMatch(ifMatch: string | null, etag: string): void {
  if (ifMatch === null) return;
  const wanted = ifMatch.split(",").map((tag) => tag.trim());
  if (wanted.includes("*") || wanted.includes(etag) || wanted.includes(etag.slice(1, -1))) return;
  throw new AppError("schedule.changed", "The schedule has changed since you read it. Load it again.", { etag });
}
