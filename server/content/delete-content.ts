import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import type { Block } from "@/generated/prisma/client";
import { recordAudit } from "../audit/record-audit";
import { db, type Tx } from "../db";
import { log } from "../log";
import { enqueue } from "../queue/enqueue";
import { editableFromOf, refuseLocked } from "../schedule/editable-from";
import { lockChannels } from "../schedule/lock-channels";
import { TRANSACTION } from "../schedule/transaction";
import { tellScheduleChanged } from "../webhooks/tell-channel";
import { requireUnchanged } from "./content-etag";
import { ownContent } from "./own-content";

/**
 * Soft-deletes an item; its files go once nothing on air lists them. With `force` the blocks that would still air it
 * are removed too, unless one of them is on air or about to be.
 * @throws resource.not_found, content.changed, content.scheduled with `blockIds`, schedule.locked with `editableFrom`
 */
export async function deleteContent(
  actor: Actor,
  contentItemId: string,
  force: boolean,
  ifMatch: string | null = null,
): Promise<void> {
  const { id } = await ownContent(actor, contentItemId);
  await db.$transaction((tx) => remove(tx, actor, id, { force, ifMatch }), TRANSACTION);
  await enqueue("purge", { contentItemId: id }, `purge-${id}`).catch((err) => {
    log.warn({ err, contentItemId: id }, "the files of a deleted item wait for the sweep");
  });
}

interface Manner {
  force: boolean;
  ifMatch: string | null;
}

async function remove(tx: Tx, actor: Actor, id: string, { force, ifMatch }: Manner): Promise<void> {
  // Channels first, the item second: placing a block takes its locks in the same order.
  const channelIds = force ? channelsOf(await futureBlocks(tx, id)) : [];
  await lockChannels(tx, channelIds);
  await tx.$queryRaw`SELECT id FROM content_item WHERE id = ${id}::uuid FOR UPDATE`;
  const { title } = await ownContent(actor, id, tx);
  await requireUnchanged(tx, id, ifMatch);
  const blocks = await futureBlocks(tx, id);
  if (blocks.length > 0 && !force) throw scheduled(blocks);
  // A block that appeared on another channel while we waited for the locks is for the caller to decide about.
  if (channelsOf(blocks).some((channelId) => !channelIds.includes(channelId))) throw scheduled(blocks);
  await removeBlocks(tx, blocks);
  await tx.contentGroupItem.deleteMany({ where: { contentItemId: id } });
  await leaveSeries(tx, id);
  await tx.contentItem.update({
    where: { id },
    // Without its ingest id, so that an import may bring the same programme in again.
    data: { status: "deleted", deletedAt: new Date(), ingestId: null, transcodeAttempt: { increment: 1 } },
  });
  const details = blocks.length > 0 ? { removedBlocks: blocks.length } : undefined;
  await recordAudit(tx, actor, { action: "content.deleted", target: { kind: "content", id, name: title }, details });
}

/** Episodes outlive their series; its seasons are nothing without it. */
async function leaveSeries(tx: Tx, seriesId: string): Promise<void> {
  await tx.contentItem.updateMany({
    where: { seriesId, type: "season", status: { not: "deleted" } },
    data: { status: "deleted", deletedAt: new Date(), ingestId: null },
  });
  await tx.contentItem.updateMany({ where: { seriesId }, data: { seriesId: null } });
}

function futureBlocks(tx: Tx, contentItemId: string): Promise<Block[]> {
  return tx.block.findMany({
    where: { contentItemId, endsAt: { gt: new Date() } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}

function channelsOf(blocks: Block[]): string[] {
  return [...new Set(blocks.map((block) => block.channelId))].sort();
}

async function removeBlocks(tx: Tx, blocks: Block[]): Promise<void> {
  for (const channelId of channelsOf(blocks)) {
    const channel = await tx.channel.findUniqueOrThrow({ where: { id: channelId } });
    const editableFrom = await editableFromOf(tx, channel);
    for (const block of blocks) if (block.channelId === channelId) refuseLocked(block.startsAt, editableFrom);
    const changed = { scheduleVersion: { increment: 1 } };
    await tellScheduleChanged(tx, await tx.channel.update({ where: { id: channelId }, data: changed }));
  }
  await tx.block.deleteMany({ where: { id: { in: blocks.map((block) => block.id) } } });
}

function scheduled(blocks: Block[]): AppError {
  return new AppError(
    "content.scheduled",
    "This item is on the schedule. Remove its blocks, or delete with ?force=true.",
    {
      blockIds: blocks.map((block) => block.id),
    },
  );
}
