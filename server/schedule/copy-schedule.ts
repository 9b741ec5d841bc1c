import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import type { Block, CopiedBlocks, CopySchedule } from "@/core/schedule/contract";
import { windowOf } from "@/core/schedule/window";
import type { Block as BlockRow } from "@/generated/prisma/client";
import type { Tx } from "../db";
import { blockView, WITH_CONTENT } from "./block-view";
import { editSchedule } from "./edit-schedule";
import { refuseLocked } from "./editable-from";
import { insertBlocks, type NewBlock } from "./insert-blocks";

/**
 * Copies the blocks that start in a stretch of the guide, whole, to another time. All or nothing.
 * @throws request.invalid, resource.not_found, schedule.changed, schedule.content_not_ready, schedule.locked,
 * schedule.overlap
 */
export async function copySchedule(
  actor: Actor,
  input: CopySchedule,
  ifMatch: string | null = null,
): Promise<CopiedBlocks> {
  const { channelId } = input;
  const window = windowOf(input);
  const target = new Date(input.targetFrom);
  return editSchedule({ actor, channelId, ifMatch }, async (tx, { editableFrom }) => {
    refuseLocked(target, editableFrom);
    const source = await tx.block.findMany({
      where: { channelId, startsAt: { gte: new Date(window.fromMs), lt: new Date(window.toMs) } },
      orderBy: { startsAt: "asc" },
    });
    await requireReady(tx, source);
    const copies = source.map((block) => shifted(block, target.getTime() - window.fromMs));
    const ids = await insertBlocks(tx, channelId, copies);
    const blocks = ids.length > 0 ? await read(tx, channelId, ids, copies) : [];
    return { result: { blocks }, changed: ids.length > 0 };
  });
}

function shifted(block: BlockRow, byMs: number): NewBlock {
  return {
    contentItemId: block.contentItemId,
    kind: block.kind,
    offsetMs: block.offsetMs,
    startsAt: new Date(block.startsAt.getTime() + byMs),
    endsAt: new Date(block.endsAt.getTime() + byMs),
  };
}

/** Held until the transaction ends, so that none of the items can be deleted while it is being placed. */
async function requireReady(tx: Tx, source: BlockRow[]): Promise<void> {
  const ids = [...new Set(source.flatMap((block) => block.contentItemId ?? []))];
  const items = await tx.$queryRaw<{ id: string; status: string }[]>`
    SELECT id, status::text FROM content_item WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR SHARE`;
  const missing = items.find((item) => item.status !== "ready");
  if (!missing) return;
  throw new AppError("schedule.content_not_ready", "A copied block holds content that is not ready any more.", {
    contentItemId: missing.id,
    status: missing.status,
  });
}

/** By their time rather than by thousands of ids. */
async function read(tx: Tx, channelId: string, ids: string[], copies: NewBlock[]): Promise<Block[]> {
  const own = new Set(ids);
  const rows = await tx.block.findMany({
    where: { channelId, startsAt: { gte: copies[0]?.startsAt, lte: copies.at(-1)?.startsAt } },
    orderBy: { startsAt: "asc" },
    include: WITH_CONTENT,
  });
  return rows.filter((row) => own.has(row.id)).map(blockView);
}
