import type { Actor } from "@/core/actor";
import type { ApproveItem, ReviewItem } from "@/core/moderation/contract";
import { recordAudit } from "../audit/record-audit";
import { db, type Tx } from "../db";
import { TRANSACTION } from "../schedule/transaction";
import { tellReady } from "../webhooks/tell-content";
import { holdSeen } from "./hold-seen";
import { type Moderator, requireModerator } from "./require-moderator";
import { reviewItemView, WITH_REVIEW } from "./review-view";
import { sourceOf } from "./status-when-playable";

/**
 * Makes an item ready that waits for a moderator, or that was blocked. What a block took off the guide stays off it.
 * @throws auth.moderator_required, resource.not_found, content.decided
 */
export async function approveContent(actor: Actor, contentItemId: string, input: ApproveItem): Promise<ReviewItem> {
  const moderator = await requireModerator(actor);
  return db.$transaction((tx) => approve(tx, moderator, contentItemId, input), TRANSACTION);
}

async function approve(
  tx: Tx,
  moderator: Moderator,
  contentItemId: string,
  { status, note }: ApproveItem,
): Promise<ReviewItem> {
  const { id, ownerId, title, ...item } = await holdSeen(tx, contentItemId, status);
  const row = await tx.contentItem.update({
    where: { id },
    data: {
      status: "ready",
      reviewSince: null,
      blockedAt: null,
      errorCode: null,
      errorMessage: null,
      approvedSource: sourceOf(item),
    },
    include: WITH_REVIEW,
  });
  const action = status === "blocked" ? "unblocked" : "approved";
  await tx.moderationDecision.create({ data: { contentItemId: id, moderatorId: moderator.id, action, note } });
  const target = { kind: "content", id, name: title } as const;
  await recordAudit(tx, { userId: ownerId, method: "moderator" }, { action: "content.approved", target });
  await tellReady(tx, row);
  return reviewItemView(row);
}
