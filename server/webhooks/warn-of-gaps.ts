import { setImmediate } from "node:timers/promises";
import { Filler } from "@/core/channels/contract";
import type { Stretch } from "@/core/schedule/gaps";
import { compareTold, GAP_AHEAD_MS, type GapAhead, gapsAhead, slateFromMs } from "@/core/webhooks/guide-warnings";
import type { Channel, WebhookNotice } from "@/generated/prisma/client";
import { db, type Tx } from "../db";
import { fillerItems, READY } from "../playout/playable-items";
import { TRANSACTION } from "../schedule/transaction";
import { emitEvent } from "./emit-event";
import { channelFields } from "./tell-channel";

const TYPES = ["schedule.gap_ahead", "channel.off_air_risk"] as const;
type Warning = (typeof TYPES)[number];
/** Channels that are looked at in one transaction. */
const AT_ONCE = 200;
const LOCK = 0x11e_0005;
/** Of what has no end yet. */
const FAR_MS = Date.UTC(2200, 0, 1);

/**
 * Warns of gaps and of the slate, once each, for channels on the air whose owners chose to hear of it: the worker's
 * tick. What was told of is remembered with the events.
 * @returns how many channels were looked at
 */
export async function warnOfGaps(now: Date): Promise<number> {
  let looked = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const ids = await watchedChannels(after);
    const last = ids.at(-1);
    if (!last) break;
    await db.$transaction((tx) => warnChannels(tx, ids, now), TRANSACTION);
    looked += ids.length;
    after = last;
    await setImmediate();
  }
  await forgetUnwatched();
  return looked;
}

async function watchedChannels(after: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM channel WHERE id > ${after}::uuid AND status = 'published' AND owner_id IN (
      SELECT owner_id FROM webhook_endpoint WHERE enabled AND event_types && ${[...TYPES]}::text[])
    ORDER BY id LIMIT ${AT_ONCE}`;
  return rows.map((row) => row.id);
}

/** Whoever listens again, or goes on the air again, hears anew of what is wrong then. */
async function forgetUnwatched(): Promise<void> {
  await db.$executeRaw`
    DELETE FROM webhook_notice WHERE channel_id NOT IN (
      SELECT id FROM channel WHERE status = 'published' AND owner_id IN (
        SELECT owner_id FROM webhook_endpoint WHERE enabled AND event_types && ${[...TYPES]}::text[]))`;
}

async function warnChannels(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(${LOCK}::bigint) AS mine`;
  if (!lock?.mine) return;
  const channels = await tx.channel.findMany({
    where: { id: { in: [...ids] }, status: "published" },
    include: { webhookNotices: true },
  });
  const blocks = await blocksAhead(tx, ids, now);
  for (const channel of channels) await warnChannel(tx, channel, blocks.get(channel.id) ?? [], now);
}

async function blocksAhead(tx: Tx, ids: readonly string[], now: Date): Promise<Map<string, Stretch[]>> {
  const until = new Date(now.getTime() + GAP_AHEAD_MS);
  const rows = await tx.$queryRaw<{ channelId: string; startsAt: Date; endsAt: Date }[]>`
    SELECT channel.id::text AS "channelId", ahead.starts_at AS "startsAt", ahead.ends_at AS "endsAt"
    FROM unnest(${[...ids]}::uuid[]) AS channel(id) CROSS JOIN LATERAL (
      SELECT starts_at, ends_at FROM block WHERE channel_id = channel.id
        AND tstzrange(starts_at, ends_at, '[)') && tstzrange(${now}::timestamptz, ${until}::timestamptz)) AS ahead
    ORDER BY ahead.starts_at`;
  const found = new Map<string, Stretch[]>();
  for (const { channelId, startsAt, endsAt } of rows) {
    const list = found.get(channelId) ?? [];
    list.push({ fromMs: startsAt.getTime(), toMs: endsAt.getTime() });
    found.set(channelId, list);
  }
  return found;
}

type Watched = Channel & { webhookNotices: WebhookNotice[] };

async function warnChannel(tx: Tx, channel: Watched, blocks: readonly Stretch[], now: Date): Promise<void> {
  const nowMs = now.getTime();
  const gaps = await unfilledGaps(tx, channel, blocks, nowMs);
  const slateMs = slateFromMs({ nowMs }, gaps);
  // A loop has no guide to have gaps in.
  await tellOf(tx, channel, "schedule.gap_ahead", channel.kind === "loop" ? [] : gaps);
  await tellOf(tx, channel, "channel.off_air_risk", slateMs === null ? [] : [{ fromMs: slateMs, toMs: null }]);
}

/** Filler plays in every gap, if there is any that can. */
async function unfilledGaps(tx: Tx, channel: Channel, blocks: readonly Stretch[], nowMs: number): Promise<GapAhead[]> {
  const { id, kind, ownerId } = channel;
  if (kind === "loop") {
    if ((await tx.contentItem.count({ where: { channelId: id, ...READY } })) > 0) return [];
  }
  const own = kind === "loop" ? [] : blocks;
  if (gapsAhead({ nowMs, blocks: own, nextStartMs: null }).length === 0) return [];
  if ((await fillerItems(tx, ownerId, Filler.catch({}).parse(channel.filler))).length > 0) return [];
  const after = new Date(nowMs + GAP_AHEAD_MS);
  const next =
    kind === "loop"
      ? null
      : await tx.block.findFirst({ where: { channelId: id, startsAt: { gte: after } }, orderBy: { startsAt: "asc" } });
  return gapsAhead({ nowMs, blocks: own, nextStartMs: next?.startsAt.getTime() ?? null });
}

async function tellOf(tx: Tx, channel: Watched, type: Warning, ahead: readonly GapAhead[]): Promise<void> {
  const told = channel.webhookNotices
    .filter((notice) => notice.type === type)
    .map(({ id, startsAt, endsAt }) => ({ id, fromMs: startsAt.getTime(), toMs: endsAt.getTime() }));
  const { fresh, kept, forgotten } = compareTold(ahead, told);
  for (const gap of fresh) {
    await tx.webhookNotice.create({ data: { channelId: channel.id, type, ...stretchOf(gap) } });
    await emit(tx, channel, type, gap);
  }
  for (const { id, gap } of kept) {
    const before = told.find((one) => one.id === id);
    // What has begun still begins where it began, so that it stays the same.
    const data = stretchOf({ ...gap, fromMs: Math.min(gap.fromMs, before?.fromMs ?? gap.fromMs) });
    if (data.endsAt.getTime() !== before?.toMs || data.startsAt.getTime() !== before.fromMs) {
      await tx.webhookNotice.update({ where: { id }, data });
    }
  }
  if (forgotten.length > 0) await tx.webhookNotice.deleteMany({ where: { id: { in: forgotten } } });
}

function stretchOf({ fromMs, toMs }: GapAhead) {
  return { startsAt: new Date(fromMs), endsAt: new Date(toMs ?? FAR_MS) };
}

async function emit(tx: Tx, channel: Channel, type: Warning, { fromMs, toMs }: GapAhead): Promise<void> {
  const face = channelFields(channel);
  const startsAt = new Date(fromMs).toISOString();
  const { ownerId, id: resourceId } = channel;
  if (type === "channel.off_air_risk") {
    await emitEvent(tx, ownerId, { type, resourceId, data: { ...face, slateFrom: startsAt } });
  } else {
    const endsAt = toMs === null ? null : new Date(toMs).toISOString();
    await emitEvent(tx, ownerId, { type, resourceId, data: { ...face, startsAt, endsAt } });
  }
}
