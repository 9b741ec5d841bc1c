import { Channel, UploadLogo } from "@/core/channels/contract";
import { MAX_LOGO_BYTES } from "@/core/channels/logo-limit";
import { ById } from "@/core/contract";
import { removeLogo } from "@/server/channels/remove-logo";
import { setLogo } from "@/server/channels/set-logo";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "setChannelLogo",
  tag: "Channels",
  scope: "channel:write",
  summary: "Give a channel a logo",
  params: ById,
  formBytes: MAX_LOGO_BYTES,
  body: UploadLogo,
  reply: Channel,
  errors: ["storage.full"],
  handle: (actor, { params, body }) => setLogo(actor, params.id, body.file),
});

export const DELETE = v1Route({
  id: "removeChannelLogo",
  tag: "Channels",
  scope: "channel:write",
  summary: "Take a channel's logo away",
  params: ById,
  reply: null,
  handle: (actor, { params }) => removeLogo(actor, params.id),
});
