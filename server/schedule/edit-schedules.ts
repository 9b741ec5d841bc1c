import type { Actor } from "@/core/actor";
import { requireMatch, scheduleEtag } from "@/core/schedule/etag";
import type { Channel } from "@/generated/prisma/client";
import { ownChannel } from "../channels/own-channel";
import { db, type Tx } from "../db";
import { tellScheduleChanged } from "../webhooks/tell-channel";
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

export interface SchedulesEdit {
  actor: Actor;
  /** The channels whose schedules may change. */
  channelIds: readonly [string, ...string[]];
  /** Those whose entity tags `ifMatch` has to name; all of them when nothing is said. */
  matched?: readonly string[];
  ifMatch: string | null;
}

/**
 * The one way to change schedules: in a single transaction, under the locks that playout takes too, after what is due
 * has been committed. The versions of the channels that `edit` answers grow by one.
 * @throws resource.not_found, schedule.changed, schedule.overlap, and whatever `edit` throws
 */
export async function editSchedules<T>(
  { actor, channelIds, matched = channelIds, ifMatch }: SchedulesEdit,
  edit: (tx: Tx, open: ReadonlyMap<string, OpenChannel>) => Promise<{ result: T; changed: readonly string[] }>,
): Promise<T> {
  const ids = [...new Set(channelIds)];
  return inTurn(channelIds[0], () =>
    answerOverlap(ids, () =>
      db.$transaction(async (tx) => {
        await lockChannels(tx, ids);
        const open = new Map<string, OpenChannel>();
        for (const id of ids) {
          const channel = await ownChannel(actor, id, tx);
          if (matched.includes(id)) requireMatch(ifMatch, scheduleEtag(channel));
          open.set(id, { channel, editableFrom: await editableFromOf(tx, channel) });
        }
        const { result, changed } = await edit(tx, open);
        if (changed.length > 0) {
          const grow = { scheduleVersion: { increment: 1 } };
          const rows = await tx.channel.updateManyAndReturn({ where: { id: { in: [...changed] } }, data: grow });
          for (const channel of rows) await tellScheduleChanged(tx, channel);
        }
        return result;
      }, TRANSACTION),
    ),
  );
}
