import { ListReviewQuery, ReviewList } from "@/core/moderation/contract";
import { v1Route } from "@/server/http/route";
import { listReview } from "@/server/moderation/list-review";

export const GET = v1Route({
  id: "listReviewItems",
  tag: "Moderation",
  scope: "moderation:read",
  summary: "What waits for a moderator, is blocked or is ready, of everybody's content",
  description: "What has waited longest comes first.",
  query: ListReviewQuery,
  reply: ReviewList,
  errors: ["auth.moderator_required"],
  handle: (actor, { query }) => listReview(actor, query),
});
