import { PreviewRules, RulesPreview } from "@/core/content/group-contract";
import { previewRules } from "@/server/content-groups/preview-rules";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "previewContentGroup",
  tag: "Content groups",
  scope: "content:read",
  summary: "What a dynamic group with these rules would hold; nothing is stored",
  body: PreviewRules,
  reply: RulesPreview,
  handle: (actor, { body }) => previewRules(actor, body.rules),
});
