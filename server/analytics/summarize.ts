import type { Actor } from "@/core/actor";
import { floorTo, QUARTER_MS, type Window } from "@/core/analytics/buckets";
import { changeOf, comparedDays } from "@/core/analytics/compare";
import type { Figures, Summary, SummaryQuery } from "@/core/analytics/contract";
import { revenueOf } from "@/core/analytics/revenue";
import { db } from "../db";
import { accountZone } from "./account-zone";
import { type Sums, sumsByChannel, total } from "./figures";
import { viewersIn } from "./viewers";

/**
 * What the dashboard shows: today so far against the same weekday last week up to the same time of day, what it
 * earned, and what there is to watch. Days are those of `timezone`, else of the account's.
 */
export async function summarize(actor: Actor, { timezone }: SummaryQuery, now = new Date()): Promise<Summary> {
  const nowMs = now.getTime();
  const ownerId = actor.userId;
  const { today, lastWeek } = comparedDays(nowMs, timezone ?? (await accountZone(actor)));
  const [sumsNow, viewersNow, sumsThen, viewersThen, channels, content, dropped] = await Promise.all([
    sumsByChannel({ ownerId, window: today, nowMs }),
    viewersIn(ownerId, today, nowMs),
    sumsByChannel({ ownerId, window: lastWeek, nowMs }),
    viewersIn(ownerId, lastWeek, nowMs),
    db.channel.findMany({ where: { ownerId }, select: { id: true, status: true, cpmMinor: true, currency: true } }),
    contentFacts(ownerId),
    droppedIn(ownerId, today),
  ]);
  const figures = figuresOf(total(sumsNow), viewersNow);
  const before = figuresOf(total(sumsThen), viewersThen);
  const impressions = new Map(sumsNow.map((sum) => [sum.id, sum.impressions]));
  return {
    today: figures,
    lastWeek: before,
    change: changeOf(figures, before),
    revenue: revenueOf(channels.map((channel) => ({ ...channel, impressions: impressions.get(channel.id) ?? 0 }))),
    content,
    channels: {
      total: channels.length,
      published: channels.filter(({ status }) => status === "published").length,
    },
    dropped,
  };
}

function figuresOf({ views, impressions, watchMs }: Sums, viewers: number): Figures {
  return { views, viewers, watchSeconds: Math.round(watchMs / 1000), impressions };
}

async function contentFacts(ownerId: string): Promise<Summary["content"]> {
  const [facts] = await db.$queryRaw<Summary["content"][]>`
    SELECT count(*)::int AS total, (count(*) FILTER (WHERE status = 'ready'))::int AS ready,
      (count(*) FILTER (WHERE status IN ('uploading', 'pending_transcode', 'transcoding', 'pending_moderation')))::int
        AS processing,
      (count(*) FILTER (WHERE status IN ('failed', 'blocked')))::int AS failed,
      coalesce(sum(duration_ms) FILTER (WHERE status = 'ready'), 0)::float8 / 1000 AS "durationSeconds"
    FROM content_item WHERE owner_id = ${ownerId}::uuid AND status <> 'deleted'`;
  return facts!;
}

async function droppedIn(ownerId: string, { fromMs, toMs }: Window): Promise<Summary["dropped"]> {
  const rows = await db.droppedBeacon.groupBy({
    by: ["reason"],
    where: { ownerId, bucket: { gte: new Date(floorTo(fromMs, QUARTER_MS)), lt: new Date(toMs) } },
    _sum: { count: true },
  });
  const counts = Object.fromEntries(rows.map(({ reason, _sum }) => [reason, _sum.count ?? 0]));
  return { bot: counts.bot ?? 0, absurd: counts.absurd ?? 0, do_not_track: counts.do_not_track ?? 0 };
}
