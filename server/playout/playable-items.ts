import type { Filler } from "@/core/channels/contract";
import type { PlayableItem } from "@/core/playout/filler-choice";
import type { ScheduledBlock } from "@/core/playout/next-airings";
import type { Prisma } from "@/generated/prisma/client";
import type { Tx } from "../db";

/** More filler than this brings nothing, and every commit reads the list. */
const MAX_FILLER = 500;

const playable = { id: true, encodingId: true, durationMs: true, status: true, deletedAt: true } as const;
type Row = Prisma.ContentItemGetPayload<{ select: typeof playable }>;
const READY = { status: "ready", deletedAt: null, encodingId: { not: null } } as const;

function playableItem(row: Row | null): PlayableItem | null {
  if (!row?.encodingId || row.status !== "ready" || row.deletedAt) return null;
  return { contentItemId: row.id, encodingId: row.encodingId, durationMs: row.durationMs ?? 0 };
}

/**
 * The blocks of a channel from `from` to `until`, in order of time: the one on air, those that follow, and the first
 * that starts at `until` or later and can air: towards that the gap before it plays.
 */
export async function blocksFrom(tx: Tx, channelId: string, from: Date, until: Date): Promise<ScheduledBlock[]> {
  // Two index look-ups instead of one range over everything that ever ended.
  const onAir = await tx.block.findFirst({
    where: { channelId, startsAt: { lte: from } },
    orderBy: { startsAt: "desc" },
    select: { startsAt: true },
  });
  const select = { id: true, kind: true, startsAt: true, endsAt: true, contentItem: { select: playable } } as const;
  const rows = await tx.block.findMany({
    where: { channelId, startsAt: { gte: onAir?.startsAt ?? from, lt: until }, endsAt: { gt: from } },
    orderBy: { startsAt: "asc" },
    select,
  });
  const following = await tx.block.findFirst({
    where: { channelId, startsAt: { gte: until }, OR: [{ kind: "ad_break" }, { contentItem: READY }] },
    orderBy: { startsAt: "asc" },
    select,
  });
  return [...rows, ...(following ? [following] : [])].map((block) => ({
    id: block.id,
    kind: block.kind,
    startsAtMs: block.startsAt.getTime(),
    endsAtMs: block.endsAt.getTime(),
    item: playableItem(block.contentItem),
  }));
}

/** What a loop channel plays: its ready content, in order of id. */
export async function loopItems(tx: Tx, channelId: string): Promise<PlayableItem[]> {
  const rows = await tx.contentItem.findMany({
    where: { channelId, ...READY },
    orderBy: { id: "asc" },
    select: playable,
  });
  return rows.flatMap((row) => playableItem(row) ?? []);
}

/** What fills the gaps of a channel: the ready items that its filler setting names, by id or by tag. */
export async function fillerItems(tx: Tx, ownerId: string, filler: Filler): Promise<PlayableItem[]> {
  const { contentItemIds = [], tags = [] } = filler;
  if (contentItemIds.length === 0 && tags.length === 0) return [];
  const rows = await tx.contentItem.findMany({
    where: { ownerId, ...READY, OR: [{ id: { in: contentItemIds } }, { tags: { hasSome: tags } }] },
    orderBy: { id: "asc" },
    take: MAX_FILLER,
    select: playable,
  });
  return rows.flatMap((row) => playableItem(row) ?? []);
}

/** Whether an item may still play with this encoding. */
export async function mayPlay(tx: Tx, contentItemId: string, encodingId: string): Promise<boolean> {
  const row = await tx.contentItem.findUnique({ where: { id: contentItemId }, select: playable });
  return playableItem(row)?.encodingId === encodingId;
}
