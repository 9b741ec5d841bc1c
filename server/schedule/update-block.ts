import type { Actor } from "@/core/actor";
import { rightsOf } from "@/core/content/rights";
import type { Block, UpdateBlock } from "@/core/schedule/contract";
import { type BlockState, contentAfter, editBlock, onlyShortens, sameBlock } from "@/core/schedule/edit-block";
import { refuseOutsideRights } from "@/core/schedule/within-rights";
import type { Tx } from "../db";
import { readBlock } from "./block-view";
import { editSchedule } from "./edit-schedule";
import { refuseLockedEdit } from "./editable-from";
import { refuseOverlap } from "./overlap";
import { lockedBlock, ownBlock } from "./own-block";
import { stateOf } from "./plan-edit";
import { type Placeable, readyContent } from "./ready-content";

/**
 * Moves a block, resizes it, swaps its content, or takes it to another channel. A block on air may only be made to
 * end earlier, not before the end of what is committed.
 * @throws resource.not_found, request.invalid, schedule.changed, schedule.content_not_ready,
 * schedule.content_not_schedulable, schedule.too_long, schedule.locked, schedule.overlap
 */
export async function updateBlock(
  actor: Actor,
  blockId: string,
  changes: UpdateBlock,
  ifMatch: string | null = null,
): Promise<Block> {
  const { channelId } = await ownBlock(actor, blockId);
  const edit = { actor, channelId, otherChannelId: changes.channelId, ifMatch };
  return editSchedule(edit, async (tx, from, to) => {
    const before = stateOf(await lockedBlock(tx, blockId, channelId));
    const content = await contentOf(tx, actor, before, changes);
    const after = editBlock(before, changes, content?.durationMs ?? null);
    const changed = !sameBlock(before, after);
    if (changed) {
      refuseLockedEdit({ before, after }, new Map([from, to].map((open) => [open.channel.id, open])));
      if (content && !onlyShortens(before, after)) {
        refuseOutsideRights(content, { fromMs: after.startsAtMs, toMs: after.endsAtMs });
      }
      await write(tx, blockId, after);
    }
    return { result: await readBlock(tx, blockId), changed };
  });
}

/** New content must be ready; content that stays only lends its length and its rights. */
async function contentOf(tx: Tx, actor: Actor, before: BlockState, changes: UpdateBlock): Promise<Placeable | null> {
  const contentItemId = contentAfter(before, changes);
  if (contentItemId === null) return null;
  if (contentItemId !== before.contentItemId) return readyContent(tx, actor, contentItemId);
  const item = await tx.contentItem.findUniqueOrThrow({ where: { id: contentItemId } });
  return { id: item.id, durationMs: item.durationMs ?? 0, ...rightsOf(item) };
}

async function write(tx: Tx, blockId: string, { startsAtMs, endsAtMs, ...after }: BlockState): Promise<void> {
  const slot = { startsAt: new Date(startsAtMs), endsAt: new Date(endsAtMs) };
  await refuseOverlap(tx, { ...slot, channelId: after.channelId, blockId });
  await tx.block.update({ where: { id: blockId }, data: { ...after, ...slot } });
}
