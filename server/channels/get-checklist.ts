import type { Actor } from "@/core/actor";
import { type LaunchFacts, launchChecklist } from "@/core/channels/checklist";
import type { ChannelChecklist } from "@/core/channels/contract";
import { gapsIn } from "@/core/schedule/gaps";
import { db } from "../db";
import { ownChannel } from "./own-channel";

const DAY_MS = 24 * 3_600_000;

/**
 * How ready a channel is to go on the air.
 * @throws resource.not_found
 */
export async function getChecklist(actor: Actor, channelId: string, now = new Date()): Promise<ChannelChecklist> {
  const channel = await ownChannel(actor, channelId);
  const [content, guide] = await Promise.all([contentFacts(channel.id, now), guideFacts(channel.id, now)]);
  return launchChecklist({
    kind: channel.kind,
    ...content,
    ...guide,
    hasLogo: channel.logoKey !== null,
    hasDescription: channel.description.trim() !== "",
  });
}

type ContentFacts = Pick<LaunchFacts, "uniqueContentMs" | "items" | "itemsWithCaptions">;

/** Of the items on the guide from now on, and those attached to the channel. */
async function contentFacts(channelId: string, now: Date): Promise<ContentFacts> {
  const [facts] = await db.$queryRaw<ContentFacts[]>`
    SELECT coalesce(sum(duration_ms), 0)::float8 AS "uniqueContentMs", count(*)::int AS items,
      (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM caption WHERE content_item_id = item.id)))::int
        AS "itemsWithCaptions"
    FROM content_item item
    WHERE item.status = 'ready' AND (item.channel_id = ${channelId}::uuid OR item.id IN (
      SELECT content_item_id FROM block WHERE channel_id = ${channelId}::uuid AND ends_at > ${now} AND starts_at > ${new Date(now.getTime() - 31 * DAY_MS)}))`;
  return facts ?? { uniqueContentMs: 0, items: 0, itemsWithCaptions: 0 };
}

type GuideFacts = Pick<LaunchFacts, "scheduledAheadMs" | "gapsMs">;

async function guideFacts(channelId: string, now: Date): Promise<GuideFacts> {
  const window = { fromMs: now.getTime(), toMs: now.getTime() + DAY_MS };
  const [last, blocks] = await Promise.all([
    db.block.findFirst({ where: { channelId }, orderBy: { startsAt: "desc" }, select: { endsAt: true } }),
    db.block.findMany({
      where: {
        channelId,
        startsAt: { gt: new Date(window.fromMs - 31 * DAY_MS), lt: new Date(window.toMs) },
        endsAt: { gt: now },
      },
      orderBy: { startsAt: "asc" },
      select: { startsAt: true, endsAt: true },
    }),
  ]);
  const covered = blocks.map((block) => ({ fromMs: block.startsAt.getTime(), toMs: block.endsAt.getTime() }));
  const gapsMs = gapsIn(window, covered).reduce((sum, gap) => sum + gap.toMs - gap.fromMs, 0);
  return { scheduledAheadMs: Math.max(0, (last?.endsAt.getTime() ?? 0) - window.fromMs), gapsMs };
}
