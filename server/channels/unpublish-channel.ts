import type { Actor } from "@/core/actor";
import type { Channel } from "@/core/channels/contract";
import { recordAudit } from "../audit/record-audit";
import { db } from "../db";
import { lockChannel } from "../playout/lock-channel";
import { LEAVE_AIR_MS, withdrawAirings } from "../playout/withdraw-airings";
import { inTurn } from "../schedule/in-turn";
import { TRANSACTION } from "../schedule/transaction";
import { tellUnpublished } from "../webhooks/tell-channel";
import { channelView } from "./channel-view";
import { ownChannel } from "./own-channel";

/**
 * Takes a channel off the air. It leaves a moment ahead, so that all web processes do so together. A draft stays as
 * it is.
 * @throws resource.not_found
 */
export async function unpublishChannel(actor: Actor, channelId: string): Promise<Channel> {
  await ownChannel(actor, channelId);
  return inTurn(channelId, () =>
    db.$transaction(async (tx) => {
      await lockChannel(tx, channelId);
      const channel = await ownChannel(actor, channelId, tx);
      if (channel.status === "draft") return channelView(channel);
      const leavesAt = new Date(Date.now() + LEAVE_AIR_MS);
      const draft = await tx.channel.update({
        where: { id: channel.id },
        data: { status: "draft", statusChangesAt: leavesAt, publishedAt: null },
      });
      await withdrawAirings(tx, channel.id, leavesAt);
      const target = { kind: "channel", id: channel.id, name: channel.name } as const;
      await recordAudit(tx, actor, { action: "channel.unpublished", target });
      await tellUnpublished(tx, draft, leavesAt);
      return channelView(draft);
    }, TRANSACTION),
  );
}
