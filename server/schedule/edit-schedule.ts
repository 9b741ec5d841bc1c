import type { Actor } from "@/core/actor";
import { requireMatch, scheduleEtag } from "@/core/schedule/etag";
import type { Channel } from "@/generated/prisma/client";
import { ownChannel } from "../channels/own-channel";
import { db, type Tx } from "../db";
import { editableFromOf } from "./editable-from";
import { inTurn } from "./in-turn";
import { lockChannels } from "./lock-channels";
import { answerOverlap } from "./overlap";
import { TRANSACTION } from "./transaction";

/** A channel whose schedule is open for a change: its lock is held and its committed part is known. */
export interface OpenChannel {
  channel: Channel;
  editableFrom: Date | null;
}

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
 * The one way to change a schedule: in a single transaction, under the lock that playout takes too, after what is
 * due has been committed. The version grows exactly when blocks change.
 * @throws resource.not_found, schedule.changed, schedule.overlap, and whatever `edit` throws
 */
export async function editSchedule<T>(
  { actor, channelId, otherChannelId = channelId, ifMatch }: ScheduleEdit,
  edit: (tx: Tx, own: OpenChannel, other: OpenChannel) => Promise<Edited<T>>,
): Promise<T> {
  const ids = [...new Set([channelId, otherChannelId])];
  return inTurn(channelId, () =>
    answerOverlap(ids, () =>
      db.$transaction(async (tx) => {
        await lockChannels(tx, ids);
        const own = await ownChannel(actor, channelId, tx);
        requireMatch(ifMatch, scheduleEtag(own));
        const opened = { channel: own, editableFrom: await editableFromOf(tx, own) };
        const { result, changed } = await edit(tx, opened, await openOther(tx, actor, otherChannelId, opened));
        if (changed) {
          await tx.channel.updateMany({ where: { id: { in: ids } }, data: { scheduleVersion: { increment: 1 } } });
        }
        return result;
      }, TRANSACTION),
    ),
  );
}

async function openOther(tx: Tx, actor: Actor, channelId: string, opened: OpenChannel): Promise<OpenChannel> {
  if (channelId === opened.channel.id) return opened;
  const channel = await ownChannel(actor, channelId, tx);
  return { channel, editableFrom: await editableFromOf(tx, channel) };
}
