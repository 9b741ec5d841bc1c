import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import { recordAudit } from "../audit/record-audit";
import { db } from "../db";
import { log } from "../log";
import { TRANSACTION } from "../schedule/transaction";
import { storage } from "../storage/create-storage";
import { channelPrefix } from "../storage/keys";
import { ownChannel } from "./own-channel";

/**
 * Removes a draft channel with its schedule and its as-run log; its content stays in the library.
 * @throws resource.not_found, channel.published
 */
export async function deleteChannel(actor: Actor, channelId: string): Promise<void> {
  const { id, name } = await ownChannel(actor, channelId);
  await db.$transaction(async (tx) => {
    const { count } = await tx.channel.deleteMany({ where: { id, status: "draft" } });
    if (count === 0) throw new AppError("channel.published", "Take the channel off the air before you delete it.");
    await recordAudit(tx, actor, { action: "channel.deleted", target: { kind: "channel", id, name } });
  }, TRANSACTION);
  await storage()
    .removePrefix(channelPrefix(id))
    .catch((err) => log.warn({ err, channelId: id }, "the logo of a deleted channel stays behind"));
}
