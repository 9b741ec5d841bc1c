import type { Actor } from "@/core/actor";
import type { Tx } from "../db";
import { editSchedules, type OpenChannel } from "./edit-schedules";

export interface ScheduleEdit {
  actor: Actor;
  /** The channel whose schedule changes, and whose entity tag `ifMatch` names. */
  channelId: string;
  /** A second channel, when a block moves from one to the other. */
  otherChannelId?: string;
  ifMatch: string | null;
}

/** What an edit did: its result, and whether any block changed. */
export interface Edited<T> {
  result: T;
  changed: boolean;
}

/**
 * Changes the schedule of one channel, or of two when a block moves between them; see {@link editSchedules}.
 * @throws resource.not_found, schedule.changed, schedule.overlap, and whatever `edit` throws
 */
export async function editSchedule<T>(
  { actor, channelId, otherChannelId = channelId, ifMatch }: ScheduleEdit,
  edit: (tx: Tx, own: OpenChannel, other: OpenChannel) => Promise<Edited<T>>,
): Promise<T> {
  const whole = { actor, channelIds: [channelId, otherChannelId] as const, matched: [channelId], ifMatch };
  return editSchedules(whole, async (tx, open) => {
    const own = open.get(channelId) as OpenChannel;
    const { result, changed } = await edit(tx, own, open.get(otherChannelId) ?? own);
    return { result, changed: changed ? [...open.keys()] : [] };
  });
}
