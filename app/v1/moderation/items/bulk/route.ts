import { DecidedMany, DecideMany } from "@/core/moderation/contract";
import { v1Route } from "@/server/http/route";
import { decideMany } from "@/server/moderation/decide-many";

export const POST = v1Route({
  id: "decideReviewItems",
  tag: "Moderation",
  scope: "moderation:write",
  summary: "Approve or block many items at once",
  description: "Each is decided about on its own: what is refused is named in the answer, with its reason.",
  body: DecideMany,
  reply: DecidedMany,
  errors: ["auth.moderator_required"],
  handle: (actor, { body }) => decideMany(actor, body),
});
