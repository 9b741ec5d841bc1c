import { AddCaption, Caption, MAX_CAPTION_BYTES } from "@/core/content/contract";
import { ById } from "@/core/contract";
import { addCaption } from "@/server/content/add-caption";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "addCaption",
  tag: "Content",
  scope: "content:write",
  summary: "Add a caption track from a WebVTT or SubRip file",
  params: ById,
  formBytes: MAX_CAPTION_BYTES,
  body: AddCaption,
  reply: Caption,
  status: 201,
  errors: ["storage.full"],
  handle: (actor, { params, body }) => addCaption(actor, params.id, body),
});
