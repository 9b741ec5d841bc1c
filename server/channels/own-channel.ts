import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import type { Channel } from "@/generated/prisma/client";
import { db, type Tx } from "../db";

/**
 * The actor's channel of that id.
 * @throws resource.not_found also for a channel of somebody else
 */
export async function ownChannel(actor: Actor, channelId: string, tx: Tx = db): Promise<Channel> {
  const channel = await tx.channel.findFirst({ where: { id: channelId, ownerId: actor.userId } });
  if (!channel) throw notFound("The channel");
  return channel;
}
