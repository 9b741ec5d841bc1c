import type { Actor } from "@/core/actor";
import type { Channel, Filler, UpdateChannel } from "@/core/channels/contract";
import { notFound } from "@/core/errors";
import { db } from "../db";
import { channelView } from "./channel-view";
import { ownChannel } from "./own-channel";

/**
 * Changes what a creator says about a channel. Its slug stays: addresses that are out in the world go on working.
 * @throws resource.not_found also for a filler item that is not the actor's
 */
export async function updateChannel(actor: Actor, channelId: string, changes: UpdateChannel): Promise<Channel> {
  const { id } = await ownChannel(actor, channelId);
  if (changes.filler) await requireOwnFiller(actor, changes.filler);
  return channelView(await db.channel.update({ where: { id, ownerId: actor.userId }, data: changes }));
}

async function requireOwnFiller(actor: Actor, filler: Filler): Promise<void> {
  const ids = [...new Set(filler.contentItemIds)];
  const own = await db.contentItem.count({
    where: { id: { in: ids }, ownerId: actor.userId, status: { not: "deleted" } },
  });
  if (own !== ids.length) throw notFound("A content item of the filler");
  if (filler.contentGroupIds?.length) throw notFound("A content group of the filler");
}
