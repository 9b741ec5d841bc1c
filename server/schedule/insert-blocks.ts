import { v7 as uuidv7 } from "uuid";
import type { BlockKind } from "@/generated/prisma/client";
import type { Tx } from "../db";
import { overlap } from "./overlap";

/** A block that does not exist yet. */
export interface NewBlock {
  contentItemId: string | null;
  kind: BlockKind;
  /** Where in its item it begins. */
  offsetMs: number;
  startsAt: Date;
  endsAt: Date;
}

/**
 * Puts many blocks on a channel in one statement and answers their ids, in the same order. Hold the channel's lock.
 * @throws schedule.overlap with the first block in the way
 */
export async function insertBlocks(tx: Tx, channelId: string, blocks: readonly NewBlock[]): Promise<string[]> {
  if (blocks.length === 0) return [];
  const starts = blocks.map((block) => block.startsAt.toISOString());
  const ends = blocks.map((block) => block.endsAt.toISOString());
  await refuseOverlaps(tx, channelId, starts, ends);
  const ids = blocks.map(() => uuidv7());
  await tx.$executeRaw`
    INSERT INTO block (id, channel_id, content_item_id, kind, offset_ms, starts_at, ends_at, updated_at)
    SELECT id, ${channelId}::uuid, item, kind::block_kind, offset_ms, starts_at, ends_at, now()
    FROM unnest(${ids}::uuid[], ${blocks.map((block) => block.contentItemId)}::uuid[],
      ${blocks.map((block) => block.kind)}::text[], ${blocks.map((block) => block.offsetMs)}::int[],
      ${starts}::timestamptz[], ${ends}::timestamptz[])
      AS new(id, item, kind, offset_ms, starts_at, ends_at)`;
  return ids;
}

async function refuseOverlaps(tx: Tx, channelId: string, starts: string[], ends: string[]): Promise<void> {
  const [first] = await tx.$queryRaw<{ id: string }[]>`
    SELECT block.id FROM unnest(${starts}::timestamptz[], ${ends}::timestamptz[]) AS new(starts_at, ends_at)
    JOIN block ON block.channel_id = ${channelId}::uuid
      AND tstzrange(block.starts_at, block.ends_at, '[)') && tstzrange(new.starts_at, new.ends_at, '[)')
    ORDER BY block.starts_at LIMIT 1`;
  if (first) throw overlap(first.id);
}
