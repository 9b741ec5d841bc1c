import { z } from "zod";
import { Caption, UpdateCaption } from "@/core/content/contract";
import { Id } from "@/core/contract";
import { removeCaption } from "@/server/content/remove-caption";
import { updateCaption } from "@/server/content/update-caption";
import { v1Route } from "@/server/http/route";

export const PATCH = v1Route({
  id: "updateCaption",
  tag: "Content",
  scope: "content:write",
  summary:
    "Name a caption track anew, make it the default, or replace its text; a new text makes a track with a new id",
  params: z.object({ id: Id, captionId: Id }),
  body: UpdateCaption,
  reply: Caption,
  handle: (actor, { params, body }) => updateCaption(actor, params.id, params.captionId, body),
});

export const DELETE = v1Route({
  id: "removeCaption",
  tag: "Content",
  scope: "content:write",
  summary: "Remove a caption track",
  params: z.object({ id: Id, captionId: Id }),
  reply: null,
  handle: (actor, { params }) => removeCaption(actor, params.id, params.captionId),
});
