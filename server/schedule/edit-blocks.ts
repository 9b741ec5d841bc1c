import type { Actor } from "@/core/actor";
import { AppError, notFound } from "@/core/errors";
import type { BatchEdit, EditBlocks, EditedBlocks, EditRefusal } from "@/core/schedule/batch-contract";
import { onlyShortens, sameBlock } from "@/core/schedule/edit-block";
import { scheduleEtag } from "@/core/schedule/etag";
import { refuseOutsideRights } from "@/core/schedule/within-rights";
import { recordAudit } from "../audit/record-audit";
import { db, type Tx } from "../db";
import { blockView, WITH_CONTENT } from "./block-view";
import { editSchedules, type OpenChannel } from "./edit-schedules";
import { refuseLockedEdit } from "./editable-from";
import { heldContent } from "./held-content";
import { type PlannedEdit, planEdit } from "./plan-edit";
import { findOverlaps, rewriteBlocks } from "./rewrite-blocks";

/**
 * Carries out many edits of the actor's guides together or not at all. What stands in each other's way only for a
 * moment, such as two blocks that change places, is no conflict. With If-Match every touched channel's tag has to be named.
 * @throws resource.not_found, request.invalid, schedule.changed, and the code of the first refused edit with
 * `details.refusals`, one for each
 */
export async function editBlocks(
  actor: Actor,
  input: EditBlocks,
  ifMatch: string | null = null,
): Promise<EditedBlocks> {
  const channelIds = await channelsOf(actor, input.edits);
  return editSchedules({ actor, channelIds, ifMatch }, async (tx, open) => {
    const refusals: EditRefusal[] = [];
    const planned = await planAll(tx, actor, input.edits, open, refusals);
    const changing = planned.filter(({ before, after }) => !before || !after || !sameBlock(before, after));
    refusals.push(...(await findOverlaps(tx, changing)));
    if (refusals.length > 0) throw refusal(refusals);
    await rewriteBlocks(tx, changing);
    await recordRemovals(tx, actor, changing, open);
    const changed = channelsIn(changing);
    const blocks = await readBlocks(
      tx,
      planned.flatMap(({ after, blockId }) => (after ? [blockId] : [])),
    );
    const schedules = [...open.values()].map(({ channel }) => ({
      channelId: channel.id,
      etag: scheduleEtag({
        id: channel.id,
        scheduleVersion: channel.scheduleVersion + (changed.includes(channel.id) ? 1 : 0),
      }),
    }));
    return { result: { blocks, schedules }, changed };
  });
}

/** Every channel that an edit takes something from or puts something on. */
async function channelsOf(actor: Actor, edits: readonly BatchEdit[]): Promise<[string, ...string[]]> {
  const blockIds = edits.flatMap((edit) => (edit.op === "place" ? [] : [edit.blockId]));
  const rows = await db.block.findMany({
    where: { id: { in: blockIds }, channel: { ownerId: actor.userId } },
    select: { channelId: true },
  });
  const named = edits.flatMap((edit) => (edit.op !== "remove" && edit.channelId ? [edit.channelId] : []));
  const [first, ...others] = [...new Set([...rows.map((row) => row.channelId), ...named])].sort();
  if (first === undefined) throw notFound("The block");
  return [first, ...others];
}

/** Each edit by itself; what refuses one of them is collected. */
async function planAll(
  tx: Tx,
  actor: Actor,
  edits: readonly BatchEdit[],
  open: ReadonlyMap<string, OpenChannel>,
  refusals: EditRefusal[],
): Promise<PlannedEdit[]> {
  const ids = edits.flatMap((edit) => (edit.op === "place" ? [] : [edit.blockId]));
  const rows = await tx.block.findMany({ where: { id: { in: ids }, channelId: { in: [...open.keys()] } } });
  const standing = new Map(rows.map((row) => [row.id, row]));
  const content = heldContent(tx, actor);
  const planned: PlannedEdit[] = [];
  for (const [index, edit] of edits.entries()) {
    try {
      const plan = await planEdit(edit, index, standing, content);
      refuseUnfit(plan, open);
      planned.push(plan);
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      refusals.push({ edit: index, code: thrown.code, message: thrown.message, details: thrown.details });
    }
  }
  return planned;
}

function refuseUnfit(plan: PlannedEdit, open: ReadonlyMap<string, OpenChannel>): void {
  const { before, after, rights } = plan;
  if (before && after && sameBlock(before, after)) return;
  refuseLockedEdit(plan, open);
  if (!after || !rights || (before && onlyShortens(before, after))) return;
  refuseOutsideRights(rights, { fromMs: after.startsAtMs, toMs: after.endsAtMs });
}

/** One block is gone by a click and back by another; many at once are worth an entry, one for each channel. */
async function recordRemovals(
  tx: Tx,
  actor: Actor,
  edits: readonly PlannedEdit[],
  open: ReadonlyMap<string, OpenChannel>,
): Promise<void> {
  const removed = edits.filter(({ before, after }) => before && !after);
  if (removed.length < 2) return;
  for (const { channel } of open.values()) {
    const removedBlocks = removed.filter(({ before }) => before?.channelId === channel.id).length;
    if (removedBlocks === 0) continue;
    const target = { kind: "channel", id: channel.id, name: channel.name } as const;
    await recordAudit(tx, actor, { action: "schedule.blocks_removed", target, details: { removedBlocks } });
  }
}

function channelsIn(edits: readonly PlannedEdit[]): string[] {
  const ids = edits.flatMap(({ before, after }) => [before?.channelId, after?.channelId]);
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** The first refusal as the error, with all of them in its details. */
function refusal(refusals: readonly EditRefusal[]): AppError {
  const sorted = [...refusals].sort((a, b) => a.edit - b.edit);
  const first = sorted[0] as EditRefusal;
  return new AppError(first.code as AppError["code"], first.message, { ...first.details, refusals: sorted });
}

async function readBlocks(tx: Tx, ids: readonly string[]): Promise<EditedBlocks["blocks"]> {
  const rows = await tx.block.findMany({ where: { id: { in: [...ids] } }, include: WITH_CONTENT });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [blockView(row)] : [];
  });
}
