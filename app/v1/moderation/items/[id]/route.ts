import { ById } from "@/core/contract";
import { ReviewDetail } from "@/core/moderation/contract";
import { v1Route } from "@/server/http/route";
import { getReview } from "@/server/moderation/get-review";

export const GET = v1Route({
  id: "getReviewItem",
  tag: "Moderation",
  scope: "moderation:read",
  summary: "One item of anybody's library, with all that was decided about it",
  params: ById,
  reply: ReviewDetail,
  errors: ["auth.moderator_required"],
  handle: (actor, { params }) => getReview(actor, params.id),
});
