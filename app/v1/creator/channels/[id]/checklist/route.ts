import { ChannelChecklist } from "@/core/channels/contract";
import { ById } from "@/core/contract";
import { getChecklist } from "@/server/channels/get-checklist";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "getChannelChecklist",
  tag: "Channels",
  scope: "channel:read",
  summary: "How ready a channel is to go on the air",
  params: ById,
  reply: ChannelChecklist,
  handle: (actor, { params }) => getChecklist(actor, params.id),
});
