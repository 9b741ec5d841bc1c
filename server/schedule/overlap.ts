import { AppError } from "@/core/errors";
import { db, type Tx } from "../db";

/** PostgreSQL's code of a violated exclusion constraint. */
const EXCLUSION_VIOLATION = "23P01";

/** A stretch of a channel that a block is to take. */
export interface Slot {
  channelId: string;
  startsAt: Date;
  endsAt: Date;
  /** The block that moves: it does not collide with itself. */
  blockId?: string;
}

/**
 * Refuses a slot that a block has already. Blocks of a channel never overlap, so the one that starts last before the
 * slot's end is the only one to look at: one step in the index however long the history.
 * @throws schedule.overlap with `conflictingBlockId`
 */
export async function refuseOverlap(tx: Tx, slot: Slot): Promise<void> {
  const last = await tx.block.findFirst({
    where: { channelId: slot.channelId, startsAt: { lt: slot.endsAt }, id: { not: slot.blockId } },
    orderBy: { startsAt: "desc" },
    select: { id: true, endsAt: true },
  });
  if (last && last.endsAt > slot.startsAt) throw overlap(last.id);
}

/** The error of a slot that is taken. */
export function overlap(conflictingBlockId: string | null): AppError {
  return new AppError("schedule.overlap", "That time slot already has a block.", { conflictingBlockId });
}

/**
 * Answers the exclusion constraint as `schedule.overlap`. The verbs look before they write, under the channel's lock;
 * this is for writers that come around the lock, so the constraint has the last word.
 */
export async function answerOverlap<T>(channelIds: readonly string[], write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (thrown) {
    const range = conflictingRange(thrown);
    if (range === undefined) throw thrown;
    const [startsAt, endsAt] = range;
    const block =
      startsAt &&
      (await db.block.findFirst({
        where: { channelId: { in: [...channelIds] }, startsAt: new Date(startsAt), endsAt: new Date(endsAt ?? "") },
        select: { id: true },
      }));
    throw overlap(block ? block.id : null);
  }
}

/**
 * The range of the existing row that an exclusion violation names in its detail; empty where it names none, undefined
 * for any other error. Prisma wraps the database's error in several layers that differ by the kind of call.
 */
function conflictingRange(thrown: unknown): string[] | undefined {
  const seen = new Set<unknown>();
  const queue: unknown[] = [thrown];
  while (queue.length > 0 && seen.size < 50) {
    const value = queue.shift();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    const { code, originalCode, detail } = value as { code?: unknown; originalCode?: unknown; detail?: unknown };
    if (code === EXCLUSION_VIOLATION || originalCode === EXCLUSION_VIOLATION) {
      const existing = String(detail ?? "").split("conflicts with existing key")[1] ?? "";
      return Array.from(existing.matchAll(/"([^"]+)"/g), (match) => match[1] ?? "").slice(-2);
    }
    queue.push(...Object.values(value), (value as Error).cause);
  }
  return undefined;
}
