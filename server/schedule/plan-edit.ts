import { v7 as uuidv7 } from "uuid";
import { notFound } from "@/core/errors";
import type { BatchEdit } from "@/core/schedule/batch-contract";
import { newBlockMs, remainingMs } from "@/core/schedule/block-length";
import type { UpdateBlock } from "@/core/schedule/contract";
import { type BlockState, contentAfter, editBlock } from "@/core/schedule/edit-block";
import type { Block as BlockRow } from "@/generated/prisma/client";
import type { HeldContent } from "./held-content";
import type { Placeable } from "./ready-content";

/** One edit of a batch: how the block stands, how it will stand, and the limits of its content. */
export interface PlannedEdit {
  /** Its position in the batch. */
  index: number;
  blockId: string;
  /** Null for a new block. */
  before: BlockState | null;
  /** Null for one that goes. */
  after: BlockState | null;
  rights: Placeable | null;
  createdAt: Date | null;
}

/**
 * What an edit makes of its block, judged by itself.
 * @throws resource.not_found, request.invalid, schedule.too_long, schedule.content_not_ready,
 * schedule.content_not_schedulable
 */
export async function planEdit(
  edit: BatchEdit,
  index: number,
  standing: ReadonlyMap<string, BlockRow>,
  content: HeldContent,
): Promise<PlannedEdit> {
  if (edit.op === "place") return { index, ...(await place(edit, content)) };
  const row = standing.get(edit.blockId);
  if (!row) throw notFound("The block");
  const known = { index, blockId: row.id, before: stateOf(row), createdAt: row.createdAt };
  if (edit.op === "remove") return { ...known, after: null, rights: null };
  const { op: _op, blockId: _id, ...changes } = edit;
  const rights = await contentOf(known.before, changes, content);
  return { ...known, after: editBlock(known.before, changes, rights?.durationMs ?? null), rights };
}

async function place(edit: Extract<BatchEdit, { op: "place" }>, content: HeldContent) {
  const { channelId, contentItemId = null, kind } = edit;
  const rights = contentItemId === null ? null : await content.ready(contentItemId);
  const offsetMs = Math.round((edit.offsetSeconds ?? 0) * 1000);
  const startsAtMs = Date.parse(edit.startsAt);
  const durationMs = newBlockMs(edit.durationSeconds, rights && remainingMs(rights.durationMs, offsetMs));
  const after = { channelId, contentItemId, kind, offsetMs, startsAtMs, endsAtMs: startsAtMs + durationMs };
  return { blockId: edit.id ?? uuidv7(), before: null, after, rights, createdAt: null };
}

async function contentOf(before: BlockState, changes: UpdateBlock, content: HeldContent): Promise<Placeable | null> {
  const contentItemId = contentAfter(before, changes);
  if (contentItemId === null) return null;
  return contentItemId === before.contentItemId ? content.standing(contentItemId) : content.ready(contentItemId);
}

export function stateOf(row: BlockRow): BlockState {
  const { channelId, contentItemId, kind, offsetMs, startsAt, endsAt } = row;
  return { channelId, contentItemId, kind, offsetMs, startsAtMs: startsAt.getTime(), endsAtMs: endsAt.getTime() };
}
