import { ById } from "@/core/contract";
import { ApproveItem, ReviewItem } from "@/core/moderation/contract";
import { v1Route } from "@/server/http/route";
import { approveContent } from "@/server/moderation/approve-content";

export const POST = v1Route({
  id: "approveReviewItem",
  tag: "Moderation",
  scope: "moderation:write",
  summary: "Make an item ready that waits for review or is blocked",
  description:
    "`status` is the one that the moderator saw. If the item was decided about meanwhile, that decision stands and is answered as 409.",
  params: ById,
  body: ApproveItem,
  reply: ReviewItem,
  errors: ["auth.moderator_required", "content.decided"],
  handle: (actor, { params, body }) => approveContent(actor, params.id, body),
});
