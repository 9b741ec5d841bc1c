import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { recordAudit } from "../audit/record-audit";
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
  await db.$transaction(async (tx) => {
    await tx.channel.update({ where: { id: before.id, ownerId: actor.userId }, data: { logoKey: null } });
    const target = { kind: "channel", id: before.id, name: before.name } as const;
    await recordAudit(tx, actor, { action: "channel.logo_deleted", target });
  });
  await forgetLogo(before.logoKey);
}
