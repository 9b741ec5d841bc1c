import { CATEGORIES } from "@/core/channels/categories";
import { Category } from "@/core/channels/contract";
import { countLive } from "../analytics/live-viewers";
import { db } from "../db";
import { log } from "../log";

export interface RankedChannel {
  id: string;
  category: (typeof CATEGORIES)[number];
  /** It shows a programme now, and neither a break nor its slate. */
  isPlaying: boolean;
  viewers: number;
}

/**
 * All channels on the air as an audience wants them: those that show a programme first, then by how many watch, then
 * by name. One statement, a step in an index for each channel, and one question to Redis, without which the names decide.
 */
export async function rankChannels(now: Date): Promise<RankedChannel[]> {
  const rows = await db.$queryRaw<{ id: string; category: string; isPlaying: boolean }[]>`
    SELECT channel.id, channel.category, CASE channel.kind
      WHEN 'linear' THEN EXISTS (SELECT FROM (
        SELECT kind, ends_at FROM block WHERE channel_id = channel.id AND starts_at <= ${now}
        ORDER BY starts_at DESC LIMIT 1
      ) AS latest WHERE ends_at > ${now} AND kind <> 'ad_break')
      ELSE EXISTS (SELECT FROM airing WHERE channel_id = channel.id AND ends_at > ${now} AND kind = 'content')
      END AS "isPlaying"
    FROM channel WHERE status = 'published' ORDER BY name COLLATE "und-x-icu", id`;
  const viewers = await viewersOf(rows, now);
  return rows
    .map((row, index) => ({
      ...row,
      category: Category.catch("other").parse(row.category),
      viewers: viewers[index] ?? 0,
    }))
    .sort((a, b) => Number(b.isPlaying) - Number(a.isPlaying) || b.viewers - a.viewers);
}

async function viewersOf(rows: readonly { id: string }[], now: Date): Promise<number[]> {
  const ids = rows.map(({ id }) => id);
  return countLive(ids, now.getTime()).catch((err) => {
    log.warn({ err }, "channels are ranked by name: who watches is not known");
    return [];
  });
}

/** Ranked channels by category, in the order in which categories are listed everywhere. */
export function byCategory(ranked: readonly RankedChannel[]) {
  return CATEGORIES.map((category) => ({
    category,
    ranked: ranked.filter((each) => each.category === category),
  })).filter((group) => group.ranked.length > 0);
}
