import type { Tx } from "../db";
import { editableFromOf } from "../schedule/editable-from";
import { lockChannels } from "../schedule/lock-channels";
import { tellScheduleChanged } from "../webhooks/tell-channel";

/** Where each channel's guide is still open: null for a draft, whose guide is open everywhere. */
type OpenFrom = ReadonlyMap<string, Date | null>;

interface Removed {
  channelId: string;
  startsAt: Date;
  endsAt: Date;
}

/** The channels on whose guide an item stands, or whose plan plays it: as filler or in a loop it needs no block. */
export async function channelsThatShow(tx: Tx, contentItemId: string, now: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT channel_id::text AS id FROM block WHERE content_item_id = ${contentItemId}::uuid AND ends_at > ${now}
    UNION SELECT channel_id::text FROM airing WHERE ends_at > ${now} AND encoding_id IN
      (SELECT id FROM encoding WHERE content_item_id = ${contentItemId}::uuid)`;
  return rows.map((row) => row.id);
}

/**
 * Locks channels and decides what they play up to the horizon; what was planned beyond is taken back, and planned anew
 * once the transaction has ended.
 */
export async function openChannels(tx: Tx, channelIds: readonly string[]): Promise<OpenFrom> {
  await lockChannels(tx, channelIds);
  const channels = await tx.channel.findMany({ where: { id: { in: [...channelIds] } }, orderBy: { id: "asc" } });
  const open = new Map<string, Date | null>();
  for (const channel of channels) open.set(channel.id, await editableFromOf(tx, channel));
  return open;
}

/** Removes the blocks of an item, or what of them lies in the open part of a guide. Hold the channels' locks. */
export async function takeOffGuides(tx: Tx, contentItemId: string, open: OpenFrom, now: Date): Promise<Removed[]> {
  const blocks = await tx.block.findMany({
    where: { contentItemId, endsAt: { gt: now } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const removed: Removed[] = [];
  for (const { id, channelId, startsAt, endsAt } of blocks) {
    const from = open.get(channelId) ?? startsAt;
    if (endsAt <= from) continue;
    if (startsAt < from) {
      await tx.block.update({ where: { id }, data: { endsAt: from } });
      removed.push({ channelId, startsAt: from, endsAt });
    } else {
      await tx.block.delete({ where: { id } });
      removed.push({ channelId, startsAt, endsAt });
    }
  }
  const changed = [...new Set(removed.map(({ channelId }) => channelId))].sort();
  const grow = { scheduleVersion: { increment: 1 } };
  for (const id of changed) await tellScheduleChanged(tx, await tx.channel.update({ where: { id }, data: grow }));
  return removed;
}
