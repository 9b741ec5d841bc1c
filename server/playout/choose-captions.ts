import type { Airing } from "@/core/playout/airing";
import type { Tx } from "../db";

/**
 * The airings that are new, each with the caption track that airs with it: the item's default, else its first. It is
 * chosen once, so that what a playlist lists never changes. One that grows keeps what it has.
 */
export async function chooseCaptions(tx: Tx, airings: readonly Airing[], newest: Airing | null): Promise<Airing[]> {
  const isNew = (airing: Airing) => airing.mediaSequence !== newest?.mediaSequence;
  const ids = new Set(airings.filter(isNew).flatMap((airing) => airing.contentItemId ?? []));
  if (ids.size === 0) return [...airings];
  const captions = await tx.caption.findMany({
    where: { contentItemId: { in: [...ids] } },
    orderBy: [{ isDefault: "asc" }, { createdAt: "desc" }, { id: "desc" }],
    select: { id: true, contentItemId: true },
  });
  const captionOf = new Map(captions.map((caption) => [caption.contentItemId, caption.id])); // the last one stays
  return airings.map((airing) =>
    isNew(airing) ? { ...airing, captionId: captionOf.get(airing.contentItemId ?? "") ?? null } : airing,
  );
}
