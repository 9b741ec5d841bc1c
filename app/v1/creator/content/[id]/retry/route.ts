import { ContentItem } from "@/core/content/contract";
import { ById } from "@/core/contract";
import { retryContent } from "@/server/content/retry-content";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "retryContent",
  tag: "Content",
  scope: "content:write",
  summary: "Transcode a failed item again",
  params: ById,
  reply: ContentItem,
  status: 202,
  errors: ["content.not_failed"],
  handle: (actor, { params }) => retryContent(actor, params.id),
});
