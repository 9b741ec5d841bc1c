import { parseArtwork } from "@/core/content/artwork";
import { db } from "../db";
import { storage } from "../storage/create-storage";
import { artworkPrefix } from "../storage/keys";

/** Guides are fetched once a day, and what they name must be there until they are fetched again. */
const SHOWN_FOR_MS = 48 * 3_600_000;

/**
 * Removes sets of pictures that newer ones have replaced, once no guide that somebody fetched names them. For the sweep.
 * @returns how many sets went
 */
export async function purgeOldArtwork(now: Date): Promise<number> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM content_item WHERE artwork @? '$.before[0]' AND status <> 'deleted' LIMIT 500`;
  let removed = 0;
  for (const { id } of rows) removed += await purgeOf(id, now);
  return removed;
}

async function purgeOf(contentItemId: string, now: Date): Promise<number> {
  const isOver = ({ replacedAt }: { replacedAt: string }) => Date.parse(replacedAt) + SHOWN_FOR_MS <= now.getTime();
  const item = await db.contentItem.findUnique({ where: { id: contentItemId }, select: { artwork: true } });
  const over = parseArtwork(item?.artwork).before.filter(isOver);
  // The files go first: what is forgotten with its files in place would stay for ever.
  for (const { id } of over) await storage().removePrefix(artworkPrefix(contentItemId, id));
  if (over.length === 0) return 0;
  await db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ artwork: unknown }[]>`
      SELECT artwork FROM content_item WHERE id = ${contentItemId}::uuid FOR UPDATE`;
    const kept = parseArtwork(row?.artwork);
    const before = kept.before.filter(({ id }) => !over.some((gone) => gone.id === id));
    await tx.contentItem.update({ where: { id: contentItemId }, data: { artwork: { ...kept, before } } });
  });
  return over.length;
}
