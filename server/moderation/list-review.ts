import type { Actor } from "@/core/actor";
import { searchTitle } from "@/core/content/search-title";
import type { ListReviewQuery, ReviewList } from "@/core/moderation/contract";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "../db";
import { requireModerator } from "./require-moderator";
import { reviewItemView, WITH_REVIEW } from "./review-view";

/** Who has waited longest comes first; of what is decided, the newest. */
const ORDER = {
  pending_moderation: [{ reviewSince: "asc" }, { id: "asc" }],
  blocked: [{ blockedAt: "desc" }, { id: "desc" }],
  ready: [{ createdAt: "desc" }, { id: "desc" }],
} satisfies Record<ListReviewQuery["status"], Prisma.ContentItemOrderByWithRelationInput[]>;

/**
 * One page of everybody's items in one state. A series, which has nothing to play, is nobody's work.
 * @throws auth.moderator_required
 */
export async function listReview(actor: Actor, { status, q, page, per_page }: ListReviewQuery): Promise<ReviewList> {
  await requireModerator(actor);
  const where: Prisma.ContentItemWhereInput = { status, sourceKind: { not: "none" }, ...(q && holding(q)) };
  const [rows, total, pending, blocked] = await Promise.all([
    db.contentItem.findMany({
      where,
      include: WITH_REVIEW,
      orderBy: ORDER[status],
      skip: (page - 1) * per_page,
      take: per_page,
    }),
    db.contentItem.count({ where }),
    db.contentItem.count({ where: { status: "pending_moderation" } }),
    db.contentItem.count({ where: { status: "blocked" } }),
  ]);
  const counts = { pending_moderation: pending, blocked };
  return { items: rows.map(reviewItemView), total, page, perPage: per_page, counts };
}

function holding(q: string): Prisma.ContentItemWhereInput {
  const words = { contains: q.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  return {
    OR: [
      { searchTitle: { contains: searchTitle(q).replace(/[\\%_]/g, "\\$&") } },
      { owner: { OR: [{ name: words }, { email: words }] } },
    ],
  };
}
