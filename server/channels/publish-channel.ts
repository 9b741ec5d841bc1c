import type { Actor } from "@/core/actor";
import type { Channel } from "@/core/channels/contract";
import { recordAudit } from "../audit/record-audit";
import { db } from "../db";
import { commitAirings } from "../playout/commit-airings";
import { lockChannel } from "../playout/lock-channel";
import { inTurn } from "../schedule/in-turn";
import { TRANSACTION } from "../schedule/transaction";
import { tellPublished } from "../webhooks/tell-channel";
import { tellOnAir } from "../webhooks/tell-started-airings";
import { channelView } from "./channel-view";
import { ownChannel } from "./own-channel";

/**
 * Puts a channel on the air at once; what it plays first is decided before this returns. A published channel stays as
 * it is. An empty one shows the slate.
 * @throws resource.not_found
 */
export async function publishChannel(actor: Actor, channelId: string): Promise<Channel> {
  await ownChannel(actor, channelId);
  return inTurn(channelId, () =>
    db.$transaction(async (tx) => {
      await lockChannel(tx, channelId);
      const channel = await ownChannel(actor, channelId, tx);
      if (channel.status === "published") return channelView(channel);
      const now = new Date();
      const published = await tx.channel.update({
        where: { id: channel.id },
        data: { status: "published", statusChangesAt: now, publishedAt: now },
      });
      await commitAirings(tx, channel.id, now);
      const target = { kind: "channel", id: channel.id, name: channel.name } as const;
      await recordAudit(tx, actor, { action: "channel.published", target });
      await tellPublished(tx, published);
      await tellOnAir(tx, channel.id, now);
      return channelView(published);
    }, TRANSACTION),
  );
}
