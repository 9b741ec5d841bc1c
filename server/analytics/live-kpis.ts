import type { Actor } from "@/core/actor";
import { comparedDays } from "@/core/analytics/compare";
import type { LiveKpis, LiveQuery } from "@/core/analytics/contract";
import { ownChannel } from "../channels/own-channel";
import { db } from "../db";
import { accountZone } from "./account-zone";
import { sumsByChannel, total } from "./figures";
import { countLive } from "./live-viewers";

/**
 * Who watches now, and today's views and impressions in the account's time zone, of one channel or of everything.
 * A session that zaps from one channel to another is one viewer of the creator and, for 45 s, one of each channel.
 * @throws resource.not_found; server.unavailable when Redis cannot be reached
 */
export async function liveKpis(actor: Actor, { channelId }: LiveQuery, now = new Date()): Promise<LiveKpis> {
  const nowMs = now.getTime();
  const [zone, channelIds] = await Promise.all([accountZone(actor), channelsOf(actor, channelId)]);
  const [sums, counts] = await Promise.all([
    sumsByChannel({ ownerId: actor.userId, window: comparedDays(nowMs, zone).today, channelId, nowMs }),
    countLive([channelId ?? actor.userId, ...channelIds], nowMs),
  ]);
  const [viewers = 0, ...each] = counts;
  const { views, impressions } = total(sums);
  const channels = channelIds.map((id, index) => ({ id, viewers: each[index] ?? 0 }));
  return { at: now.toISOString(), viewers, views, impressions, channels };
}

async function channelsOf(actor: Actor, channelId: string | undefined): Promise<string[]> {
  if (channelId) return [(await ownChannel(actor, channelId)).id];
  const where = { ownerId: actor.userId };
  const rows = await db.channel.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
  return rows.map(({ id }) => id);
}
