import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import { nextMark } from "@/core/schedule/align";
import { FillSchedule } from "@/core/schedule/contract";
import { fillGaps } from "@/core/schedule/fill";
import { gapsIn, type Stretch } from "@/core/schedule/gaps";
import type { Showing } from "@/core/schedule/occurrences";
import { windowOf } from "@/core/schedule/window";
import { db, type Tx } from "../db";
import { failJob } from "../jobs/fail-job";
import { editSchedule, type OpenChannel } from "./edit-schedule";
import { fillLibrary } from "./fill-library";
import { insertBlocks } from "./insert-blocks";

const HOUR_MS = 3_600_000;

/**
 * Does what `startFill` asked for. The blocks and the job's result are written in one transaction, so that a job that
 * runs twice places nothing twice. An error that is the creator's ends the job; any other is thrown, to be tried again.
 */
export async function runFill(jobId: string): Promise<void> {
  const job = await db.job.findUnique({ where: { id: jobId } });
  if (!job || job.status === "done" || job.status === "failed") return;
  await db.job.updateMany({ where: { id: jobId, status: "queued" }, data: { status: "running" } });
  const actor: Actor = { userId: job.ownerId, method: "session", scopes: null };
  const input = FillSchedule.parse(job.input);
  try {
    await editSchedule({ actor, channelId: input.channelId, ifMatch: null }, async (tx, open) => {
      const [locked] = await tx.$queryRaw<{ status: string }[]>`
        SELECT status::text FROM job WHERE id = ${jobId}::uuid FOR UPDATE`;
      if (locked?.status === "done") return { result: undefined, changed: false };
      const result = await fill(tx, actor, input, open);
      await tx.job.update({ where: { id: jobId }, data: { status: "done", progressPercent: 100, result } });
      return { result: undefined, changed: result.placed > 0 };
    });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code === "server.unavailable") throw thrown;
    await failJob(jobId, thrown);
  }
}

async function fill(tx: Tx, actor: Actor, input: FillSchedule, { channel, editableFrom }: OpenChannel) {
  const asked = windowOf(input);
  const window = { ...asked, fromMs: Math.max(asked.fromMs, editableFrom?.getTime() ?? asked.fromMs) };
  const avoidRepeatMs = (input.avoidRepeatHours ?? 0) * HOUR_MS;
  const around = await slotsAround(tx, channel.id, asked, avoidRepeatMs);
  const gaps = gapsIn(window, around);
  const placed = fillGaps({
    gaps,
    library: await fillLibrary(tx, actor, input),
    strategy: input.strategy,
    showings: [...(await earlierShowings(tx, channel.id, around[0]?.fromMs ?? window.fromMs)), ...withContent(around)],
    avoidRepeatMs,
    nextStart: (ms) => (input.alignToMinutes ? nextMark(ms, input.alignToMinutes, channel.timezone) : ms),
    seed: `${channel.id} ${asked.fromMs} ${asked.toMs}`,
  });
  const blocks = placed.map(({ contentItemId, fromMs, toMs }) => ({
    contentItemId,
    kind: "content" as const,
    offsetMs: 0,
    startsAt: new Date(fromMs),
    endsAt: new Date(toMs),
  }));
  const blockIds = await insertBlocks(tx, channel.id, blocks);
  const remainingGapSeconds = (lengthMs(gaps) - lengthMs(placed)) / 1000;
  return { placed: placed.length, blockIds, remainingGapSeconds };
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
