import { AppError } from "@/core/errors";
import type { EditRefusal } from "@/core/schedule/batch-contract";
import type { Tx } from "../db";
import type { PlannedEdit } from "./plan-edit";
import { standingBlocks } from "./standing-blocks";

interface Wanted {
  id: string;
  /** Null for a block that no edit touches. */
  edit: number | null;
  fromMs: number;
  toMs: number;
}

/** Where the guide that the edits leave behind would hold two blocks at one time; each edit in the way once. */
export async function findOverlaps(tx: Tx, edits: readonly PlannedEdit[]): Promise<EditRefusal[]> {
  const touched = new Set(edits.map(({ blockId }) => blockId));
  const byChannel = new Map<string, Wanted[]>();
  for (const { index, blockId, after } of edits) {
    if (!after) continue;
    const wanted = byChannel.get(after.channelId) ?? [];
    wanted.push({ id: blockId, edit: index, fromMs: after.startsAtMs, toMs: after.endsAtMs });
    byChannel.set(after.channelId, wanted);
  }
  const refusals = new Map<number, EditRefusal>();
  for (const [channelId, wanted] of byChannel) {
    const fromMs = Math.min(...wanted.map((one) => one.fromMs));
    const toMs = Math.max(...wanted.map((one) => one.toMs));
    const standing = await standingBlocks(tx, channelId, { fromMs, toMs });
    const others = standing.filter(({ id }) => !touched.has(id)).map((block) => ({ ...block, edit: null }));
    const line: Wanted[] = [...wanted, ...others].sort((a, b) => a.fromMs - b.fromMs);
    let last: Wanted | undefined;
    for (const one of line) {
      if (last && last.toMs > one.fromMs) {
        refuse(refusals, last, one);
        refuse(refusals, one, last);
      }
      if (!last || one.toMs > last.toMs) last = one;
    }
  }
  return [...refusals.values()];
}

function refuse(refusals: Map<number, EditRefusal>, one: Wanted, other: Wanted): void {
  if (one.edit === null || refusals.has(one.edit)) return;
  refusals.set(one.edit, {
    edit: one.edit,
    code: "schedule.overlap",
    message: "That time slot already has a block.",
    details: { conflictingBlockId: other.id },
  });
}

/**
 * Writes the guide that the edits leave behind. Blocks that change are taken away first and put back under their ids:
 * the constraint against overlaps looks at every row as it is written, and two that change places would meet.
 * @throws request.invalid when an id that a program made up is in use
 */
export async function rewriteBlocks(tx: Tx, edits: readonly PlannedEdit[]): Promise<void> {
  const gone = edits.filter(({ before }) => before !== null).map(({ blockId }) => blockId);
  const made = edits.filter(({ before }) => before === null).map(({ blockId }) => blockId);
  if (made.length > 0 && (await tx.block.count({ where: { id: { in: made } } })) > 0) throw idInUse();
  await tx.block.deleteMany({ where: { id: { in: gone } } });
  await tx.block.createMany({
    data: edits.flatMap(({ blockId, after, createdAt }) => {
      if (!after) return [];
      const { startsAtMs, endsAtMs, ...rest } = after;
      const times = { startsAt: new Date(startsAtMs), endsAt: new Date(endsAtMs) };
      return [{ id: blockId, ...rest, ...times, ...(createdAt && { createdAt }) }];
    }),
  });
}

function idInUse(): AppError {
  const message = "is in use; leave it out or make a new one";
  return new AppError("request.invalid", `\`id\` ${message}.`, {
    issues: [{ path: ["edits", "id"], code: "custom", message }],
  });
}
