import { ChooseFrame } from "@/core/content/contract";
import { ById } from "@/core/contract";
import { JobStarted } from "@/core/schedule/contract";
import { startFrame } from "@/server/artwork/start-frame";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "chooseFrame",
  tag: "Content",
  scope: "content:write",
  summary: "Make the artwork from a frame of the item",
  params: ById,
  body: ChooseFrame,
  reply: JobStarted,
  status: 202,
  errors: ["content.no_frames"],
  handle: (actor, { params, body }) => startFrame(actor, params.id, body),
});
