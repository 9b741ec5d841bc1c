import type { Actor } from "@/core/actor";
import { type Rights, rightsOf } from "@/core/content/rights";
import { AppError } from "@/core/errors";
import type { Block, CopiedBlocks, CopySchedule } from "@/core/schedule/contract";
import { localTimeCopies, shiftedCopies } from "@/core/schedule/copies";
import type { Stretch } from "@/core/schedule/gaps";
import { leftOut } from "@/core/schedule/left-out";
import { settle } from "@/core/schedule/settle";
import { windowOf } from "@/core/schedule/window";
import { refuseOutsideRights } from "@/core/schedule/within-rights";
import type { Block as BlockRow } from "@/generated/prisma/client";
import type { Tx } from "../db";
import { blockView, WITH_CONTENT } from "./block-view";
import { editSchedule } from "./edit-schedule";
import { refuseLocked } from "./editable-from";
import { insertBlocks, type NewBlock } from "./insert-blocks";
import { conflict, standingBlocks } from "./standing-blocks";

/**
 * Copies the blocks that start in a stretch of the guide, whole, to another time. All or nothing, but for what the
 * hour that clocks skip leaves no room for: that is named in the answer.
 * @throws request.invalid, resource.not_found, schedule.changed, schedule.content_not_ready,
 * schedule.content_not_schedulable, schedule.locked, schedule.overlap with every block in the way
 */
export async function copySchedule(
  actor: Actor,
  input: CopySchedule,
  ifMatch: string | null = null,
): Promise<CopiedBlocks> {
  const { channelId } = input;
  const window = windowOf(input);
  const targetMs = Date.parse(input.targetFrom);
  return editSchedule({ actor, channelId, ifMatch }, async (tx, { channel, editableFrom }) => {
    refuseLocked(new Date(targetMs), editableFrom);
    const source = await blocksIn(tx, channelId, window);
    const { copies, notLaid } = input.keepLocalTime
      ? localTimeCopies(source, { sourceMs: window.fromMs, targetMs }, channel.timezone)
      : shiftedCopies(source, targetMs - window.fromMs);
    const items = await heldItems(tx, source);
    for (const copy of copies) requirePlaceable(items, copy);
    await refuseConflicts(tx, channelId, copies);
    const made = copies.map(newBlock);
    const ids = await insertBlocks(tx, channelId, made);
    const blocks = ids.length > 0 ? await read(tx, channelId, ids, made) : [];
    const named = notLaid.map(({ entry, atMs, reason }) => {
      const { contentItemId } = entry.of.row;
      return leftOut({ title: items.get(contentItemId ?? "")?.title ?? "Ad break", contentItemId, atMs, reason });
    });
    return { result: { blocks, leftOut: named }, changed: ids.length > 0 };
  });
}

type Source = Stretch & { row: BlockRow };
type Copy = Stretch & { of: Source };

async function blocksIn(tx: Tx, channelId: string, { fromMs, toMs }: Stretch): Promise<Source[]> {
  const rows = await tx.block.findMany({
    where: { channelId, startsAt: { gte: new Date(fromMs), lt: new Date(toMs) } },
    orderBy: { startsAt: "asc" },
  });
  return rows.map((row) => ({ row, fromMs: row.startsAt.getTime(), toMs: row.endsAt.getTime() }));
}

interface HeldItem extends Rights {
  id: string;
  title: string;
  status: string;
}

/** Held until the transaction ends, so that none of the items can be deleted while it is being placed. */
async function heldItems(tx: Tx, source: readonly Source[]): Promise<Map<string, HeldItem>> {
  const ids = [...new Set(source.flatMap(({ row }) => row.contentItemId ?? []))];
  const items = await tx.$queryRaw<
    { id: string; title: string; status: string; rightsFrom: Date | null; rightsUntil: Date | null }[]
  >`SELECT id, title, status::text, rights_from AS "rightsFrom", rights_until AS "rightsUntil"
    FROM content_item WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR SHARE`;
  return new Map(items.map((item) => [item.id, { ...item, ...rightsOf(item) }]));
}

function requirePlaceable(items: ReadonlyMap<string, HeldItem>, { of, fromMs, toMs }: Copy): void {
  const item = items.get(of.row.contentItemId ?? "");
  if (!item) return;
  if (item.status !== "ready") {
    throw new AppError("schedule.content_not_ready", `“${item.title}” on the copied guide is not ready any more.`, {
      contentItemId: item.id,
      status: item.status,
    });
  }
  refuseOutsideRights(item, { fromMs, toMs });
}

async function refuseConflicts(tx: Tx, channelId: string, copies: readonly Copy[]): Promise<void> {
  const [first, last] = [copies[0], copies.at(-1)];
  if (!first || !last) return;
  const standing = await standingBlocks(tx, channelId, { fromMs: first.fromMs, toMs: last.toMs });
  const { conflicts } = settle(copies, standing, "refuse", null);
  if (conflicts.length > 0) throw conflict(conflicts);
}

function newBlock({ of: { row }, fromMs, toMs }: Copy): NewBlock {
  const { contentItemId, kind, offsetMs } = row;
  return { contentItemId, kind, offsetMs, startsAt: new Date(fromMs), endsAt: new Date(toMs) };
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
