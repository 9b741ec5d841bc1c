import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { db } from "../db";
import { forgetLogo } from "./forget-logo";
import { ownChannel } from "./own-channel";

/**
 * Takes a channel's logo away.
 * @throws resource.not_found also when it has none
 */
export async function removeLogo(actor: Actor, channelId: string): Promise<void> {
  const before = await ownChannel(actor, channelId);
  if (before.logoKey === null) throw notFound("A logo of this channel");
  await db.channel.update({ where: { id: before.id, ownerId: actor.userId }, data: { logoKey: null } });
  await forgetLogo(before.logoKey);
}
