import { type Airing, COMMIT_HORIZON_MS, COMMIT_STEP_MS } from "./airing";

/** No segment is longer: its EXTINF must not round above TARGETDURATION. */
const LONGEST_SEGMENT_MS = 5_500;
const MINUTE_MS = 60_000;

/** A channel is planned anew when less than this is left of its plan. */
export const PLAN_SHORT_MS = 5 * MINUTE_MS;
/** No plan reaches further. */
export const LONGEST_PLAN_MS = 6 * 60 * MINUTE_MS;
const SHORTEST_PLAN_MS = 15 * MINUTE_MS;

/**
 * How far ahead a channel is planned. What lies beyond the commit horizon is a plan, which any change takes back; so a
 * channel that was left alone for long is planned far ahead and hardly costs anything, and one that is being edited
 * is not planned for nothing. Channels that went on air together are spread over time.
 * @param quietMs how long nothing of the channel has changed
 */
export function planAheadMs(channelId: string, quietMs: number): number {
  const wanted = Math.min(Math.max(2 * quietMs, SHORTEST_PLAN_MS), LONGEST_PLAN_MS);
  return Math.max(SHORTEST_PLAN_MS, wanted * (0.6 + 0.4 * spread(channelId)));
}

/**
 * The instant up to which what is decided stays when something changes at `nowMs`: every segment that ends by then.
 * What is kept ends at the commit horizon or less than a segment behind it.
 */
export function firmUntilUs(nowMs: number): number {
  return (nowMs + COMMIT_HORIZON_MS + LONGEST_SEGMENT_MS) * 1000;
}

/** True when more is decided than a commit decides: the rest is a plan, which a change takes back. */
export function isPlannedAhead(newest: Pick<Airing, "endsAtUs">, nowMs: number): boolean {
  return newest.endsAtUs > firmUntilUs(nowMs) + COMMIT_STEP_MS * 1000;
}

/** From 0 to 1, the same for a channel always. Ids of version 7 are random at their end. */
function spread(channelId: string): number {
  return Number.parseInt(channelId.slice(-4), 16) / 0xffff;
}
