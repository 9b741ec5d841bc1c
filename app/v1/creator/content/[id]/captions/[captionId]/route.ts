import { z } from "zod";
import { Id } from "@/core/contract";
import { removeCaption } from "@/server/content/remove-caption";
import { v1Route } from "@/server/http/route";

export const DELETE = v1Route({
  scope: "content:write",
  summary: "Remove a caption track",
  params: z.object({ id: Id, captionId: Id }),
  reply: null,
  handle: (actor, { params }) => removeCaption(actor, params.id, params.captionId),
});
