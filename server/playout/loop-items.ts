import type { PlayableItem } from "@/core/playout/filler-choice";
import { inLoopOrder, resumeAfter } from "@/core/playout/loop-order";
import type { Tx } from "../db";
import { PLAYABLE, playableItem, READY } from "./playable-items";

/** What a loop channel plays, in its order, and the item after which it goes on: its place outlives the item that played last. */
export async function loopOf(
  tx: Tx,
  channelId: string,
): Promise<{ loop: PlayableItem[]; previousLoopItemId: string | null }> {
  const { loopOrder } = await tx.channel.findUniqueOrThrow({ where: { id: channelId }, select: { loopOrder: true } });
  const rows = await tx.contentItem.findMany({ where: { channelId, ...READY }, select: PLAYABLE });
  const loop = inLoopOrder(
    rows.flatMap((row) => playableItem(row) ?? []),
    loopOrder,
  );
  const last = await tx.airing.findFirst({
    where: { channelId, kind: "content", blockId: null },
    orderBy: { mediaSequence: "desc" },
    select: { contentItemId: true },
  });
  return { loop, previousLoopItemId: resumeAfter(loop, loopOrder, last?.contentItemId ?? null) };
}
