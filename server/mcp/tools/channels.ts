import { z } from "zod";
import { Channel, CreateChannel } from "@/core/channels/contract";
import { Id, listOf } from "@/core/contract";
import { createChannel } from "../../channels/create-channel";
import { listChannels } from "../../channels/list-channels";
import { publishChannel } from "../../channels/publish-channel";
import { unpublishChannel } from "../../channels/unpublish-channel";
import { tool } from "../tool";

const ChannelForAgent = Channel.pick({
  id: true,
  slug: true,
  name: true,
  description: true,
  kind: true,
  category: true,
  timezone: true,
  status: true,
  hlsUrl: true,
  watchUrl: true,
});
const ById = z.strictObject({ channelId: Id });

export const CHANNEL_TOOLS = [
  tool({
    name: "list_channels",
    title: "List channels",
    description:
      "The channels of this account with their time zone, whether they are published, and where they are watched. Days such as `tomorrow` begin and end in the channel's time zone.",
    scope: "channel:read",
    input: z.strictObject({
      page: z.int().min(1).max(1_000_000).default(1),
      perPage: z.int().min(1).max(100).default(20),
    }),
    output: listOf(ChannelForAgent),
    readOnly: true,
    call: (actor, { page, perPage }) => listChannels(actor, { page, per_page: perPage }),
  }),
  tool({
    name: "create_channel",
    title: "Create a channel",
    description:
      "Creates a draft channel that nobody can watch yet. `linear` plays its guide; `loop` plays its content in order for ever. Next: fill_guide or place_block, then publish_channel.",
    scope: "channel:write",
    input: CreateChannel,
    output: ChannelForAgent,
    call: (actor, input) => createChannel(actor, input),
  }),
  tool({
    name: "publish_channel",
    title: "Publish a channel",
    description:
      "Puts a channel on air: from now on anybody can watch it at watchUrl and hlsUrl. What its guide leaves empty shows a slate, so look at get_guide first.",
    scope: "channel:write",
    input: ById,
    output: ChannelForAgent,
    idempotent: true,
    call: (actor, { channelId }) => publishChannel(actor, channelId),
  }),
  tool({
    name: "unpublish_channel",
    title: "Unpublish a channel",
    description: "Takes a channel off the air for everybody who watches it. Its guide stays. Ask a person first.",
    scope: "channel:write",
    input: ById,
    output: ChannelForAgent,
    destructive: true,
    idempotent: true,
    call: (actor, { channelId }) => unpublishChannel(actor, channelId),
  }),
];
