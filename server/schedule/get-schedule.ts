import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import type { Schedule, ScheduleQuery } from "@/core/schedule/contract";
import { scheduleEtag } from "@/core/schedule/etag";
import { gapsIn, type Stretch } from "@/core/schedule/gaps";
import { windowOf } from "@/core/schedule/window";
import { db } from "../db";
import { blockView, WITH_CONTENT } from "./block-view";
import { committedUntil } from "./committed-until";

/**
 * What a channel plays in a window of at most 31 days: its blocks with their content, and every gap.
 * @throws request.invalid, resource.not_found
 */
export async function getSchedule(actor: Actor, query: ScheduleQuery): Promise<Schedule> {
  const window = windowOf(query);
  const channel = await channelFacts(actor, query.channelId, window);
  const startsInside = { startsAt: { gte: new Date(window.fromMs), lt: new Date(window.toMs) } };
  const running = channel.runningBlockId ? [{ id: channel.runningBlockId }] : [];
  const rows = await db.block.findMany({
    where: { channelId: channel.id, OR: [startsInside, ...running] },
    orderBy: { startsAt: "asc" },
    include: WITH_CONTENT,
  });
  const blocks = rows.map((row) => ({ fromMs: row.startsAt.getTime(), toMs: row.endsAt.getTime() }));
  return {
    channelId: channel.id,
    ...isoStretch(window),
    blocks: rows.map(blockView),
    gaps: gapsIn(window, blocks).map(isoStretch),
    total: rows.length,
    editableFrom: (await committedUntil(channel))?.toISOString() ?? null,
    etag: scheduleEtag(channel),
  };
}

interface ChannelFacts {
  id: string;
  status: "draft" | "published";
  scheduleVersion: number;
  /** The block that began before the window and reaches into it. */
  runningBlockId: string | null;
}

/** One query, each part of it a single step in an index however long the channel's history is. */
async function channelFacts(actor: Actor, channelId: string, window: Stretch): Promise<ChannelFacts> {
  const from = new Date(window.fromMs);
  const [channel] = await db.$queryRaw<ChannelFacts[]>`
    SELECT channel.id, channel.status::text, channel.schedule_version AS "scheduleVersion",
      (SELECT id FROM (SELECT id, ends_at FROM block WHERE channel_id = channel.id AND starts_at < ${from}
        ORDER BY starts_at DESC LIMIT 1) AS before_window WHERE ends_at > ${from}) AS "runningBlockId"
    FROM channel WHERE id = ${channelId}::uuid AND owner_id = ${actor.userId}::uuid`;
  if (!channel) throw notFound("The channel");
  return channel;
}

function isoStretch({ fromMs, toMs }: Stretch): { from: string; to: string } {
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}
