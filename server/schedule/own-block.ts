import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import type { Block } from "@/generated/prisma/client";
import { db, type Tx } from "../db";

/**
 * The block of that id on one of the actor's channels.
 * @throws resource.not_found
 */
export async function ownBlock(actor: Actor, blockId: string, tx: Tx = db): Promise<Block> {
  const block = await tx.block.findFirst({ where: { id: blockId, channel: { ownerId: actor.userId } } });
  if (!block) throw notFound("The block");
  return block;
}

/**
 * The block again, under the lock of the channel on which it stood a moment ago.
 * @throws resource.not_found when it was removed or moved to another channel meanwhile
 */
export async function lockedBlock(tx: Tx, blockId: string, channelId: string): Promise<Block> {
  const block = await tx.block.findFirst({ where: { id: blockId, channelId } });
  if (!block) throw notFound("The block");
  return block;
}
