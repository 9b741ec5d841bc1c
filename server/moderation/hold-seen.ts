import { AppError, notFound } from "@/core/errors";
import type { ReviewStatus } from "@/core/moderation/contract";
import type { ContentItem } from "@/generated/prisma/client";
import type { Tx } from "../db";
import { decisionView, WITH_MODERATOR } from "./review-view";

/**
 * Holds an item until the transaction ends, if it is still in the state in which the moderator saw it: of two who decide
 * at once, the second is told what the first decided.
 * @throws resource.not_found, content.decided with `status` and `decision`
 */
export async function holdSeen(tx: Tx, contentItemId: string, seen: ReviewStatus): Promise<ContentItem> {
  await tx.$queryRaw`SELECT id FROM content_item WHERE id = ${contentItemId}::uuid FOR UPDATE`;
  const item = await tx.contentItem.findFirst({ where: { id: contentItemId, status: { not: "deleted" } } });
  if (!item || item.sourceKind === "none") throw notFound("The content item");
  if (item.status === seen) return item;
  const last = await tx.moderationDecision.findFirst({
    where: { contentItemId },
    include: WITH_MODERATOR,
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  const decision = last && decisionView(last);
  throw new AppError("content.decided", sentence(item.status, decision), { status: item.status, decision });
}

function sentence(status: string, decision: ReturnType<typeof decisionView> | null): string {
  const who = decision?.moderator?.name ?? "Somebody";
  if (status === "ready" && decision) return `${who} has approved it meanwhile.`;
  if (status === "blocked") return `${who} has blocked it meanwhile.`;
  if (status === "pending_moderation") return "It waits for review again.";
  return "It is not in that state any more.";
}
