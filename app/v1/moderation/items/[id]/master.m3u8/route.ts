import { vodMaster } from "@/core/playout/vod-master";
import { previewRoute } from "@/server/http/preview-route";
import { previewReview } from "@/server/moderation/preview-review";

export const GET = previewRoute({
  id: "previewReviewItemHls",
  tag: "Moderation",
  scope: "moderation:read",
  summary: "A moderator's preview of an item as HLS",
  contentType: "application/vnd.apple.mpegurl",
  errors: ["auth.moderator_required"],
  find: previewReview,
  render: vodMaster,
});
