import type { Actor } from "@/core/actor";
import { nextMark } from "@/core/schedule/align";
import { fillGaps } from "@/core/schedule/fill";
import type { FillRule } from "@/core/schedule/fill-rule";
import { gapsIn, type Stretch } from "@/core/schedule/gaps";
import type { Showing } from "@/core/schedule/occurrences";
import type { Tx } from "../db";
import type { OpenChannel } from "./edit-schedules";
import { fillLibrary } from "./fill-library";
import type { NewBlock } from "./insert-blocks";

const HOUR_MS = 3_600_000;
/** The last programme of a stretch may go on beyond it for so long, where that is allowed and nothing follows. */
const OVERRUN_MS = 24 * HOUR_MS;

interface FillWish {
  stretch: Stretch;
  rule: FillRule;
  /** The last programme begins within the stretch, but may end after it. */
  mayOverrun?: boolean;
}

export interface FillPlan {
  placed: Showing[];
  remainingGapSeconds: number;
  /** How many items there were to choose from. */
  libraryItems: number;
}

/**
 * What a rule puts into the gaps of a stretch of the guide: what cannot be edited any more, and what stands there, is
 * left alone. The same library, schedule and stretch give the same answer. Hold the channel's lock.
 */
export async function planFill(tx: Tx, actor: Actor, open: OpenChannel, wish: FillWish): Promise<FillPlan> {
  const { channel, editableFrom } = open;
  const { stretch, rule } = wish;
  const avoidRepeatMs = (rule.avoidRepeatHours ?? 0) * HOUR_MS;
  const room = { ...stretch, toMs: stretch.toMs + (wish.mayOverrun ? OVERRUN_MS : 0) };
  const around = await slotsAround(tx, channel.id, room, avoidRepeatMs);
  const fromMs = Math.max(stretch.fromMs, editableFrom ? wholeSecond(editableFrom.getTime()) : stretch.fromMs);
  const library = await fillLibrary(tx, actor, rule);
  const placed = fillGaps({
    gaps: gapsIn({ ...room, fromMs }, around),
    library,
    strategy: rule.strategy,
    showings: [...(await earlierShowings(tx, channel.id, around[0]?.fromMs ?? fromMs)), ...withContent(around)],
    avoidRepeatMs,
    nextStart: (ms) => (rule.alignToMinutes ? nextMark(ms, rule.alignToMinutes, channel.timezone) : ms),
    startBeforeMs: stretch.toMs,
    seed: `${channel.id} ${stretch.fromMs} ${stretch.toMs}`,
  });
  const left = gapsIn(
    { ...stretch, fromMs },
    [...around, ...placed].sort((a, b) => a.fromMs - b.fromMs),
  );
  return { placed, remainingGapSeconds: lengthMs(left) / 1000, libraryItems: library.length };
}

/** What is committed ends anywhere within a second; a guide is easier to read without that. */
function wholeSecond(ms: number): number {
  return Math.ceil(ms / 1000) * 1000;
}

/** Showings as blocks. */
export function blocksOf(placed: readonly Showing[]): NewBlock[] {
  return placed.map(({ contentItemId, fromMs, toMs }) => ({
    contentItemId,
    kind: "content",
    offsetMs: 0,
    startsAt: new Date(fromMs),
    endsAt: new Date(toMs),
  }));
}

type Slot = Stretch & { contentItemId: string | null };

/** The blocks in a window and, on both sides of it, as far as repeats matter, in order of time. */
async function slotsAround(tx: Tx, channelId: string, window: Stretch, marginMs: number): Promise<Slot[]> {
  const from = new Date(window.fromMs - marginMs);
  const to = new Date(window.toMs + marginMs);
  const running = await tx.block.findFirst({
    where: { channelId, startsAt: { lt: from } },
    orderBy: { startsAt: "desc" },
  });
  const inside = await tx.block.findMany({
    where: { channelId, startsAt: { gte: from, lt: to } },
    orderBy: { startsAt: "asc" },
  });
  return [...(running ? [running] : []), ...inside].map((block) => ({
    contentItemId: block.contentItemId,
    fromMs: block.startsAt.getTime(),
    toMs: block.endsAt.getTime(),
  }));
}

function withContent(slots: readonly Slot[]): Showing[] {
  return slots.flatMap(({ contentItemId, ...stretch }) => (contentItemId ? [{ contentItemId, ...stretch }] : []));
}

/** The last showing of each item before `beforeMs`, in order of time. */
async function earlierShowings(tx: Tx, channelId: string, beforeMs: number): Promise<Showing[]> {
  const rows = await tx.$queryRaw<{ contentItemId: string; startsAt: Date; endsAt: Date }[]>`
    SELECT content_item_id AS "contentItemId", max(starts_at) AS "startsAt", max(ends_at) AS "endsAt" FROM block
    WHERE channel_id = ${channelId}::uuid AND starts_at < ${new Date(beforeMs)} AND content_item_id IS NOT NULL
    GROUP BY content_item_id ORDER BY max(starts_at)`;
  return rows.map(({ contentItemId, startsAt, endsAt }) => ({
    contentItemId,
    fromMs: startsAt.getTime(),
    toMs: endsAt.getTime(),
  }));
}

function lengthMs(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, stretch) => sum + stretch.toMs - stretch.fromMs, 0);
}
