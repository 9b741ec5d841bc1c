import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import type { PlacedBlocks, PutBreaks } from "@/core/schedule/contract";
import { type SplitPart, splitBlock } from "@/core/schedule/split-block";
import { refuseOutsideRights } from "@/core/schedule/within-rights";
import type { Block as BlockRow } from "@/generated/prisma/client";
import type { Tx } from "../db";
import { segmentTables } from "../playout/segment-tables";
import { blockView, WITH_CONTENT } from "./block-view";
import { editSchedule } from "./edit-schedule";
import { refuseLocked } from "./editable-from";
import { insertBlocks } from "./insert-blocks";
import { refuseOverlap } from "./overlap";
import { lockedBlock, ownBlock } from "./own-block";
import { readyContent } from "./ready-content";

/**
 * Divides a block at its item's break points, or at the given ones, with breaks between the parts. All or nothing: the
 * parts and breaks must have room. A block on air may still be divided later than what is committed.
 * @throws resource.not_found, request.invalid, schedule.changed, schedule.content_not_ready, schedule.locked,
 * schedule.overlap
 */
export async function putBreaks(
  actor: Actor,
  blockId: string,
  input: PutBreaks,
  ifMatch: string | null = null,
): Promise<PlacedBlocks> {
  const { channelId } = await ownBlock(actor, blockId);
  return editSchedule({ actor, channelId, ifMatch }, async (tx, { editableFrom }) => {
    const block = await lockedBlock(tx, blockId, channelId);
    const parts = await split(tx, actor, block, input);
    const [first, ...later] = parts as [SplitPart, ...SplitPart[]];
    const endsAt = new Date((parts.at(-1) as SplitPart).endsAtMs);
    refuseLocked(new Date(first.endsAtMs), editableFrom);
    await refuseOverlap(tx, { channelId, startsAt: block.startsAt, endsAt, blockId });
    await tx.block.update({ where: { id: blockId }, data: { endsAt: new Date(first.endsAtMs) } });
    const ids = await insertBlocks(
      tx,
      channelId,
      later.map((part) => ({
        contentItemId: part.isBreak ? null : block.contentItemId,
        kind: part.isBreak ? "ad_break" : block.kind,
        offsetMs: part.offsetMs,
        startsAt: new Date(part.startsAtMs),
        endsAt: new Date(part.endsAtMs),
      })),
    );
    const rows = await tx.block.findMany({
      where: { id: { in: [blockId, ...ids] } },
      orderBy: { startsAt: "asc" },
      include: WITH_CONTENT,
    });
    return { result: { blocks: rows.map(blockView) }, changed: true };
  });
}

async function split(tx: Tx, actor: Actor, block: BlockRow, input: PutBreaks): Promise<SplitPart[]> {
  if (block.contentItemId === null) throw refused("a break cannot be put into a break");
  const content = await readyContent(tx, actor, block.contentItemId);
  const item = await tx.contentItem.findUniqueOrThrow({
    where: { id: content.id },
    select: { encodingId: true, breakPointsMs: true },
  });
  const encodingId = item.encodingId ?? "";
  const table = (await segmentTables((sql, values) => tx.$queryRawUnsafe(sql, ...values), [encodingId])).get(
    encodingId,
  );
  if (!table) throw refused("its content has nothing to play");
  const points = input.points?.map((seconds) => Math.round(seconds * 1000)) ?? item.breakPointsMs;
  if (points.length === 0) throw refused("its content has no break points; give some with `points`");
  const span = { offsetMs: block.offsetMs, startsAtMs: block.startsAt.getTime(), endsAtMs: block.endsAt.getTime() };
  const parts = splitBlock(span, table.video, points, Math.round(input.durationSeconds * 1000));
  refuseOutsideRights(content, { fromMs: span.startsAtMs, toMs: (parts.at(-1) as SplitPart).endsAtMs });
  return parts;
}

function refused(message: string): AppError {
  return new AppError("request.invalid", `The block cannot be divided: ${message}.`, {
    issues: [{ path: ["points"], code: "custom", message }],
  });
}
