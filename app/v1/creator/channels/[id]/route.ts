import { Channel, UpdateChannel } from "@/core/channels/contract";
import { ById } from "@/core/contract";
import { deleteChannel } from "@/server/channels/delete-channel";
import { getChannel } from "@/server/channels/get-channel";
import { updateChannel } from "@/server/channels/update-channel";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "getChannel",
  tag: "Channels",
  scope: "channel:read",
  summary: "A channel",
  params: ById,
  reply: Channel,
  handle: (actor, { params }) => getChannel(actor, params.id),
});

export const PATCH = v1Route({
  id: "updateChannel",
  tag: "Channels",
  scope: "channel:write",
  summary: "Update a channel",
  params: ById,
  body: UpdateChannel,
  reply: Channel,
  handle: (actor, { params, body }) => updateChannel(actor, params.id, body),
});

export const DELETE = v1Route({
  id: "deleteChannel",
  tag: "Channels",
  scope: "channel:write",
  summary: "Delete a channel that is not published",
  params: ById,
  reply: null,
  errors: ["channel.published"],
  handle: (actor, { params }) => deleteChannel(actor, params.id),
});
