import type { Actor } from "@/core/actor";
import type { DecisionList, ListDecisionsQuery } from "@/core/moderation/contract";
import { contentView } from "../content/content-view";
import { db } from "../db";
import { requireModerator } from "./require-moderator";
import { decisionView, WITH_MODERATOR, WITH_REVIEW } from "./review-view";

/**
 * One page of what was decided, newest first, also about what its owner has deleted since.
 * @throws auth.moderator_required
 */
export async function listDecisions(
  actor: Actor,
  { action, page, per_page }: ListDecisionsQuery,
): Promise<DecisionList> {
  await requireModerator(actor);
  const where = { action };
  const [rows, total] = await Promise.all([
    db.moderationDecision.findMany({
      where,
      include: {
        ...WITH_MODERATOR,
        contentItem: { include: WITH_REVIEW },
        _count: { select: { removedBlocks: true } },
      },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      skip: (page - 1) * per_page,
      take: per_page,
    }),
    db.moderationDecision.count({ where }),
  ]);
  const items = rows.map(({ contentItem, _count, ...row }) => {
    const { id, title, thumbnailUrl } = contentView(contentItem);
    const item = { id, title, thumbnailUrl, status: contentItem.status };
    return { ...decisionView(row), item, owner: contentItem.owner, removedBlocks: _count.removedBlocks };
  });
  return { items, total, page, perPage: per_page };
}
