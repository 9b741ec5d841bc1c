import type { Actor } from "@/core/actor";
import type { ContentDetail } from "@/core/content/contract";
import { AppError } from "@/core/errors";
import type { ResubmitContent } from "@/core/moderation/contract";
import { getContent } from "../content/get-content";
import { ownContent } from "../content/own-content";
import { db } from "../db";
import { TRANSACTION } from "../schedule/transaction";

/**
 * Asks moderators for another look at a blocked item. It stays out of guides and choices until one approves it.
 * @throws resource.not_found, content.not_blocked
 */
export async function resubmitContent(
  actor: Actor,
  contentItemId: string,
  { note }: ResubmitContent,
): Promise<ContentDetail> {
  const { id } = await ownContent(actor, contentItemId);
  await db.$transaction(async (tx) => {
    const { count } = await tx.contentItem.updateMany({
      where: { id, status: "blocked" },
      data: { status: "pending_moderation", reviewSince: new Date(), errorCode: null, errorMessage: null },
    });
    if (count === 0) throw new AppError("content.not_blocked", "Only an item that is blocked can be sent in again.");
    await tx.moderationDecision.create({ data: { contentItemId: id, action: "resubmitted", note } });
  }, TRANSACTION);
  return getContent(actor, id);
}
