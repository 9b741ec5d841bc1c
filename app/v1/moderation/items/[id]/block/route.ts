import { ById } from "@/core/contract";
import { BlockItem, ReviewItem } from "@/core/moderation/contract";
import { v1Route } from "@/server/http/route";
import { blockContent } from "@/server/moderation/block-content";

export const POST = v1Route({
  id: "blockReviewItem",
  tag: "Moderation",
  scope: "moderation:write",
  summary: "Block an item, with a reason that its owner reads",
  description:
    "It leaves every guide where the guide is still open. `status` is the one that the moderator saw. If the item was decided about meanwhile, that decision stands and is answered as 409.",
  params: ById,
  body: BlockItem,
  reply: ReviewItem,
  errors: ["auth.moderator_required", "content.decided"],
  handle: (actor, { params, body }) => blockContent(actor, params.id, body),
});
