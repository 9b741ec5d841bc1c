import { cache } from "react";
import { GET as listChannels } from "@/app/v1/creator/channels/route";
import { wholeListAddress } from "@/components/api/whole-list";
import type { ChannelList } from "@/core/channels/contract";
import { promptAnswers } from "@/server/http/page-answer";

const ADDRESS = wholeListAddress("/v1/creator/channels");

/** The creator's channels, asked for once by a page and its frame. */
export const channelAnswers = cache(() => promptAnswers([listChannels, ADDRESS]));

export async function channelsOfPage(): Promise<ChannelList["items"]> {
  return ((await channelAnswers()[ADDRESS]) as ChannelList | null)?.items ?? [];
}
