import { ContentItem } from "@/core/content/contract";
import { ById } from "@/core/contract";
import { retryContent } from "@/server/content/retry-content";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  scope: "content:write",
  summary: "Transcode a failed item again",
  params: ById,
  reply: ContentItem,
  status: 202,
  handle: (actor, { params }) => retryContent(actor, params.id),
});
