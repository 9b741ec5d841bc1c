import { Channel } from "@/core/channels/contract";
import { ById } from "@/core/contract";
import { publishChannel } from "@/server/channels/publish-channel";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "publishChannel",
  tag: "Channels",
  scope: "channel:write",
  summary: "Publish a draft channel",
  params: ById,
  reply: Channel,
  handle: (actor, { params }) => publishChannel(actor, params.id),
});
