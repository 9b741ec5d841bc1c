import { COMMIT_HORIZON_MS } from "@/core/playout/airing";
import { db } from "../db";
import { commitAiringsOf } from "./commit-airings";

/** How much shorter than the horizon the decided time may be before a reader decides more; two worker ticks. */
const SLACK_MS = 10_000;

/**
 * The instant before which a channel's schedule cannot change: the end of what is committed. Null for a draft.
 * Commits when nobody has for a while, so that the answer always lies about a minute ahead.
 */
export async function editableFrom(channelId: string, now: Date): Promise<Date | null> {
  const channel = await db.channel.findUnique({
    where: { id: channelId },
    select: { status: true, airings: { orderBy: { mediaSequence: "desc" }, take: 1, select: { endsAt: true } } },
  });
  if (channel?.status !== "published") return null;
  const endsAtMs = channel.airings[0]?.endsAt.getTime() ?? 0;
  if (endsAtMs < now.getTime() + COMMIT_HORIZON_MS - SLACK_MS) return commitAiringsOf(channelId, now);
  return new Date(endsAtMs + 1); // a `Date` cuts the microseconds off
}
