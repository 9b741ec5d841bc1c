import type { PublicChannel } from "@/core/channels/contract";
import type { Channel } from "@/generated/prisma/client";
import { channelFace } from "./channel-view";
import type { NowAndNext } from "./now-next";

/** A channel as everybody sees it. */
export function publicChannelView(row: Channel, nowNext: NowAndNext | undefined): PublicChannel {
  return {
    ...channelFace(row),
    now: nowNext?.now ?? null,
    next: nowNext?.next ?? null,
  };
}
