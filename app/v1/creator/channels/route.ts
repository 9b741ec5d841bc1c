import { Channel, ChannelList, CreateChannel, ListChannelsQuery } from "@/core/channels/contract";
import { createChannel } from "@/server/channels/create-channel";
import { listChannels } from "@/server/channels/list-channels";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "listChannels",
  tag: "Channels",
  scope: "channel:read",
  summary: "List channels",
  query: ListChannelsQuery,
  reply: ChannelList,
  handle: (actor, { query }) => listChannels(actor, query),
});

export const POST = v1Route({
  id: "createChannel",
  tag: "Channels",
  scope: "channel:write",
  summary: "Create a channel",
  body: CreateChannel,
  reply: Channel,
  status: 201,
  handle: (actor, { body }) => createChannel(actor, body),
});
