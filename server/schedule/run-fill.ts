import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import { type FillResult, FillSchedule } from "@/core/schedule/contract";
import type { Showing } from "@/core/schedule/occurrences";
import { windowOf } from "@/core/schedule/window";
import { db, type Tx } from "../db";
import { failJob } from "../jobs/fail-job";
import { editSchedule } from "./edit-schedule";
import type { OpenChannel } from "./edit-schedules";
import { insertBlocks } from "./insert-blocks";
import { blocksOf, planFill } from "./plan-fill";

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
      return { result: undefined, changed: result.blockIds.length > 0 };
    });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code === "server.unavailable") throw thrown;
    await failJob(jobId, thrown);
  }
}

async function fill(tx: Tx, actor: Actor, input: FillSchedule, open: OpenChannel): Promise<FillResult> {
  const { placed, remainingGapSeconds } = await planFill(tx, actor, open, { stretch: windowOf(input), rule: input });
  const result = { placed: placed.length, blockIds: [], remainingGapSeconds };
  if (input.dryRun) return { ...result, preview: await preview(tx, placed) };
  return { ...result, blockIds: await insertBlocks(tx, open.channel.id, blocksOf(placed)) };
}

async function preview(tx: Tx, placed: readonly Showing[]): Promise<NonNullable<FillResult["preview"]>> {
  const ids = [...new Set(placed.map(({ contentItemId }) => contentItemId))];
  const items = await tx.contentItem.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } });
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  return placed.map(({ contentItemId, fromMs, toMs }) => ({
    contentItemId,
    title: titles.get(contentItemId) ?? "",
    startsAt: new Date(fromMs).toISOString(),
    endsAt: new Date(toMs).toISOString(),
  }));
}
