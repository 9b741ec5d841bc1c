import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import type { BlockItem, ReviewItem } from "@/core/moderation/contract";
import { recordAudit } from "../audit/record-audit";
import { db, type Tx } from "../db";
import { TRANSACTION } from "../schedule/transaction";
import { tellBlocked } from "../webhooks/tell-content";
import { holdSeen } from "./hold-seen";
import { channelsThatShow, openChannels, takeOffGuides } from "./leave-schedule";
import { type Moderator, requireModerator } from "./require-moderator";
import { reviewItemView, WITH_REVIEW } from "./review-view";

/** Each time somebody placed the item on one more channel just then; nobody does that so often. */
const MOST_ATTEMPTS = 5;

/** An item was placed on a channel between the look for its channels and its lock. */
class PlacedMeanwhile extends Error {}

/**
 * Blocks an item: from now on nothing chooses or places it, and it leaves every guide where the guide is still open.
 * What is committed to air (a minute at most) goes out, since players may hold it already.
 * @throws auth.moderator_required, resource.not_found, content.decided
 */
export async function blockContent(actor: Actor, contentItemId: string, input: BlockItem): Promise<ReviewItem> {
  const moderator = await requireModerator(actor);
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction((tx) => block(tx, moderator, contentItemId, input), TRANSACTION);
    } catch (thrown) {
      if (!(thrown instanceof PlacedMeanwhile)) throw thrown;
      if (attempt === MOST_ATTEMPTS) throw new AppError("server.unavailable", "The item is being scheduled just now.");
    }
  }
}

async function block(
  tx: Tx,
  moderator: Moderator,
  contentItemId: string,
  { status, reason }: BlockItem,
): Promise<ReviewItem> {
  const now = new Date();
  // Channels first, the item second: placing a block takes its locks in the same order.
  const open = await openChannels(tx, await channelsThatShow(tx, contentItemId, now));
  const { id, ownerId, title } = await holdSeen(tx, contentItemId, status);
  if ((await channelsThatShow(tx, id, now)).some((channelId) => !open.has(channelId))) throw new PlacedMeanwhile();
  const row = await tx.contentItem.update({
    where: { id },
    data: {
      status: "blocked",
      blockedAt: now,
      reviewSince: null,
      approvedSource: null,
      errorCode: "content.blocked",
      errorMessage: reason,
    },
    include: WITH_REVIEW,
  });
  const removed = await takeOffGuides(tx, id, open, now);
  await tx.moderationDecision.create({
    data: {
      contentItemId: id,
      moderatorId: moderator.id,
      action: "blocked",
      note: reason,
      removedBlocks: { create: removed },
    },
  });
  const target = { kind: "content", id, name: title } as const;
  const details = { reason, removedBlocks: removed.length };
  await recordAudit(tx, { userId: ownerId, method: "moderator" }, { action: "content.blocked", target, details });
  await tellBlocked(tx, row, details);
  return reviewItemView(row);
}
