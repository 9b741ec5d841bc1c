import type { PublicChannel } from "@/core/channels/contract";
import { nowNextOf } from "./now-next";
import { publicChannelView } from "./public-channel-view";
import { publishedChannel } from "./published-channel";

/**
 * A channel on the air, with what it plays now and next.
 * @throws resource.not_found
 */
export async function getPublicChannel(idOrSlug: string): Promise<PublicChannel> {
  const channel = await publishedChannel(idOrSlug);
  return publicChannelView(channel, (await nowNextOf([channel.id], new Date())).get(channel.id));
}
