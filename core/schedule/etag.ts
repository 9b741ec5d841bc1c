import { AppError } from "../errors";
import { matchesEtag } from "../if-match";

/** Entity tag of a channel's schedule, with its quotes. It changes exactly when the channel's blocks change. */
export function scheduleEtag(channel: { id: string; scheduleVersion: number }): string {
  return `"${channel.id}.${channel.scheduleVersion}"`;
}

/**
 * Compares an `If-Match` header with the schedule's entity tag. Without the header everything matches.
 * @throws schedule.changed
 */
export function requireMatch(ifMatch: string | null, etag: string): void {
  if (ifMatch === null || matchesEtag(ifMatch, etag)) return;
  throw new AppError("schedule.changed", "The schedule has changed since you read it. Load it again.", { etag });
}
