import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import type { ReviewDetail } from "@/core/moderation/contract";
import { contentDetailView, withDetail } from "../content/content-detail-view";
import { db } from "../db";
import { requireModerator } from "./require-moderator";
import { decisionView, reviewFields, WITH_MODERATOR, WITH_OWNER } from "./review-view";

/**
 * One item of anybody's library, with all that was ever decided about it.
 * @throws auth.moderator_required, resource.not_found
 */
export async function getReview(actor: Actor, contentItemId: string): Promise<ReviewDetail> {
  await requireModerator(actor);
  const row = await db.contentItem.findFirst({
    where: { id: contentItemId, status: { not: "deleted" } },
    include: { ...withDetail(new Date()), ...WITH_OWNER },
  });
  if (!row) throw notFound("The content item");
  const decisions = await db.moderationDecision.findMany({
    where: { contentItemId },
    include: WITH_MODERATOR,
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return { ...contentDetailView(row), ...reviewFields(row), decisions: decisions.map(decisionView) };
}
