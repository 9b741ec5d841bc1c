import { AppError } from "@/core/errors";
import { type BlockState, onlyShortens } from "@/core/schedule/edit-block";
import type { Channel } from "@/generated/prisma/client";
import type { Tx } from "../db";
import { commitAirings } from "../playout/commit-airings";

/**
 * The instant before which nothing of a channel can be changed: the end of what it is committed to play, decided up
 * to the horizon first, so that an edit and playout never disagree. Null for a draft. Hold the channel's lock.
 */
export async function editableFromOf(tx: Tx, channel: Pick<Channel, "id" | "status">): Promise<Date | null> {
  return channel.status === "published" ? commitAirings(tx, channel.id, new Date()) : null;
}

/** @throws schedule.locked when `instant` lies in the committed part of the schedule */
export function refuseLocked(instant: Date, editableFrom: Date | null): void {
  if (editableFrom === null || instant >= editableFrom) return;
  throw new AppError(
    "schedule.locked",
    "That part of the schedule is on air or about to be, and cannot change any more.",
    {
      editableFrom: editableFrom.toISOString(),
    },
  );
}

/** How far each channel is committed. */
type Committed = ReadonlyMap<string, { editableFrom: Date | null }>;

/**
 * Refuses an edit of what is committed, or one that would place something there. A block on air may only be made to
 * end earlier, not before the end of what is committed.
 * @throws schedule.locked
 */
export function refuseLockedEdit(
  { before, after }: { before: BlockState | null; after: BlockState | null },
  channels: Committed,
): void {
  const until = (block: BlockState) => channels.get(block.channelId)?.editableFrom ?? null;
  if (before && after && onlyShortens(before, after)) {
    refuseLocked(new Date(after.endsAtMs), until(before));
    return;
  }
  for (const block of [before, after]) if (block) refuseLocked(new Date(block.startsAtMs), until(block));
}
