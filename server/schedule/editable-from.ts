import { AppError } from "@/core/errors";
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
