import { Channel } from "@/core/channels/contract";
import { ById } from "@/core/contract";
import { unpublishChannel } from "@/server/channels/unpublish-channel";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "unpublishChannel",
  tag: "Channels",
  scope: "channel:write",
  summary: "Take a channel off the air",
  params: ById,
  reply: Channel,
  handle: (actor, { params }) => unpublishChannel(actor, params.id),
});
