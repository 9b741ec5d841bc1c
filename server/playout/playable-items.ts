import type { Filler } from "@/core/channels/contract";
import { mayAirIn, rightsOf } from "@/core/content/rights";
import type { PlayableItem } from "@/core/playout/filler-choice";
import type { ScheduledBlock } from "@/core/playout/next-airings";
import type { Prisma } from "@/generated/prisma/client";
import { contentOfGroups } from "../content-groups/group-content";
import type { Tx } from "../db";

/** More filler than this brings nothing, and every commit reads the list. */
const MAX_FILLER = 500;

/** What must be read of an item to know whether and when it may play. */
export const PLAYABLE = {
  id: true,
  encodingId: true,
  durationMs: true,
  status: true,
  deletedAt: true,
  rightsFrom: true,
  rightsUntil: true,
} as const;
type Row = Prisma.ContentItemGetPayload<{ select: typeof PLAYABLE }>;
export const READY = { status: "ready", deletedAt: null, encodingId: { not: null } } as const;

/** Null for an item that cannot play. */
export function playableItem(row: Row | null): PlayableItem | null {
  if (!row?.encodingId || row.status !== "ready" || row.deletedAt) return null;
  return { contentItemId: row.id, encodingId: row.encodingId, durationMs: row.durationMs ?? 0, ...rightsOf(row) };
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
  const rows = await tx.block.findMany({
    where: { channelId, startsAt: { gte: onAir?.startsAt ?? from, lt: until }, endsAt: { gt: from } },
    orderBy: { startsAt: "asc" },
    select: BLOCK,
  });
  const following = await firstThatAirs(tx, channelId, until);
  return [...rows.map(scheduledBlock), ...(following ? [following] : [])];
}

const BLOCK = {
  id: true,
  kind: true,
  offsetMs: true,
  startsAt: true,
  endsAt: true,
  contentItem: { select: { ...PLAYABLE, title: true } },
} as const;
type BlockRow = Prisma.BlockGetPayload<{ select: typeof BLOCK }>;
const AT_ONCE = 20;

/** Rights that were changed after a block was placed can leave it without a programme. */
async function firstThatAirs(tx: Tx, channelId: string, from: Date): Promise<ScheduledBlock | null> {
  for (let startsAt = { gte: from } as { gte?: Date; gt?: Date }; ; ) {
    const rows = await tx.block.findMany({
      where: { channelId, startsAt, OR: [{ kind: "ad_break" }, { contentItem: READY }] },
      orderBy: { startsAt: "asc" },
      take: AT_ONCE,
      select: BLOCK,
    });
    const found = rows.map(scheduledBlock).find((block) => block.kind === "ad_break" || block.item);
    if (found || rows.length < AT_ONCE) return found ?? null;
    startsAt = { gt: (rows.at(-1) as BlockRow).startsAt };
  }
}

/** A block that reaches beyond its item's rights has nothing to play. */
function scheduledBlock(row: BlockRow): ScheduledBlock {
  const [startsAtMs, endsAtMs] = [row.startsAt.getTime(), row.endsAt.getTime()];
  const item = playableItem(row.contentItem);
  const airs = item !== null && mayAirIn(item, startsAtMs, endsAtMs);
  const { id, kind, offsetMs } = row;
  const title = row.contentItem?.title ?? "Break";
  return { id, kind, title, offsetMs, startsAtMs, endsAtMs, item: airs ? item : null };
}

/** What fills the gaps of a channel: the ready items that its filler setting names, by id, tag or group. */
export async function fillerItems(tx: Tx, ownerId: string, filler: Filler): Promise<PlayableItem[]> {
  const { contentItemIds = [], tags = [], contentGroupIds = [] } = filler;
  if (contentItemIds.length === 0 && tags.length === 0 && contentGroupIds.length === 0) return [];
  const ids = [...contentItemIds, ...(await contentOfGroups(tx, ownerId, contentGroupIds))];
  const rows = await tx.contentItem.findMany({
    where: { ownerId, ...READY, OR: [{ id: { in: ids } }, { tags: { hasSome: tags } }] },
    orderBy: { id: "asc" },
    take: MAX_FILLER,
    select: PLAYABLE,
  });
  return rows.flatMap((row) => playableItem(row) ?? []);
}

/** Whether an item may still play with this encoding. */
export async function mayPlay(tx: Tx, contentItemId: string, encodingId: string): Promise<boolean> {
  const row = await tx.contentItem.findUnique({ where: { id: contentItemId }, select: PLAYABLE });
  return playableItem(row)?.encodingId === encodingId;
}
