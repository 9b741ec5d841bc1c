import { ListChannelsQuery, PublicChannelList } from "@/core/channels/contract";
import { listPublicChannels } from "@/server/channels/list-public-channels";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "listPublicChannels",
  tag: "Public guide",
  scope: "public",
  summary: "All channels on the air, with what they play now and next",
  cors: true,
  query: ListChannelsQuery,
  reply: PublicChannelList,
  handle: (_, { query }) => listPublicChannels(query),
});
