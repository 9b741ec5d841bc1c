import type { Actor } from "@/core/actor";
import { newBlockMs, remainingMs } from "@/core/schedule/block-length";
import type { Block, CreateBlock } from "@/core/schedule/contract";
import { refuseOutsideRights } from "@/core/schedule/within-rights";
import { readBlock } from "./block-view";
import { editSchedule } from "./edit-schedule";
import { refuseLocked } from "./editable-from";
import { refuseOverlap } from "./overlap";
import { readyContent } from "./ready-content";

/**
 * Puts a block on a channel's guide. Without `durationSeconds` it is as long as what it has of its content.
 * @throws resource.not_found, schedule.changed, schedule.content_not_ready,
 * schedule.content_not_schedulable, schedule.too_long, schedule.locked, schedule.overlap
 */
export async function placeBlock(actor: Actor, input: CreateBlock, ifMatch: string | null = null): Promise<Block> {
  const { channelId, contentItemId, kind } = input;
  return editSchedule({ actor, channelId, ifMatch }, async (tx, { editableFrom }) => {
    const content = contentItemId ? await readyContent(tx, actor, contentItemId) : null;
    const offsetMs = Math.round((input.offsetSeconds ?? 0) * 1000);
    const durationMs = newBlockMs(input.durationSeconds, content && remainingMs(content.durationMs, offsetMs));
    const startsAt = new Date(input.startsAt);
    const endsAt = new Date(startsAt.getTime() + durationMs);
    refuseLocked(startsAt, editableFrom);
    if (content) refuseOutsideRights(content, { fromMs: startsAt.getTime(), toMs: endsAt.getTime() });
    await refuseOverlap(tx, { channelId, startsAt, endsAt });
    const { id } = await tx.block.create({ data: { channelId, contentItemId, kind, offsetMs, startsAt, endsAt } });
    return { result: await readBlock(tx, id), changed: true };
  });
}
