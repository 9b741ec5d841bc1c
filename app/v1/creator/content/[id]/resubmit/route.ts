import { ContentDetail } from "@/core/content/contract";
import { ById } from "@/core/contract";
import { ResubmitContent } from "@/core/moderation/contract";
import { v1Route } from "@/server/http/route";
import { resubmitContent } from "@/server/moderation/resubmit-content";

export const POST = v1Route({
  id: "resubmitContent",
  tag: "Content",
  scope: "content:write",
  summary: "Ask moderators for another look at a blocked item",
  params: ById,
  body: ResubmitContent,
  reply: ContentDetail,
  errors: ["content.not_blocked"],
  handle: (actor, { params, body }) => resubmitContent(actor, params.id, body),
});
