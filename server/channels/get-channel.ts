import type { Actor } from "@/core/actor";
import type { Channel } from "@/core/channels/contract";
import { channelView } from "./channel-view";
import { ownChannel } from "./own-channel";

/** @throws resource.not_found */
export async function getChannel(actor: Actor, channelId: string): Promise<Channel> {
  return channelView(await ownChannel(actor, channelId));
}
