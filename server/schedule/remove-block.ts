import type { Actor } from "@/core/actor";
import { editSchedule } from "./edit-schedule";
import { refuseLocked } from "./editable-from";
import { lockedBlock, ownBlock } from "./own-block";

/**
 * Takes a block off the guide; its content stays in the library.
 * @throws resource.not_found, schedule.changed, schedule.locked
 */
export async function removeBlock(actor: Actor, blockId: string, ifMatch: string | null = null): Promise<void> {
  const { channelId } = await ownBlock(actor, blockId);
  await editSchedule({ actor, channelId, ifMatch }, async (tx, { editableFrom }) => {
    const block = await lockedBlock(tx, blockId, channelId);
    refuseLocked(block.startsAt, editableFrom);
    await tx.block.delete({ where: { id: block.id } });
    return { result: undefined, changed: true };
  });
}
