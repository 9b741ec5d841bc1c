import { db } from "../db";
import { env } from "../env";
import { tellReady } from "../webhooks/tell-content";

const AT_ONCE = 200;

/**
 * Makes ready what waits for a moderator although moderation is switched off; for the sweep. What a moderator has
 * blocked before goes on waiting for one.
 * @returns how many items
 */
export async function releaseWaiting(now: Date): Promise<number> {
  if (env().MODERATION === "manual") return 0;
  return db.$transaction(async (tx) => {
    const waiting = await tx.contentItem.findMany({
      where: { status: "pending_moderation", blockedAt: null },
      orderBy: { reviewSince: "asc" },
      take: AT_ONCE,
      select: { id: true },
    });
    const released = await tx.contentItem.updateManyAndReturn({
      where: { id: { in: waiting.map(({ id }) => id) }, status: "pending_moderation", blockedAt: null },
      data: { status: "ready", reviewSince: null },
    });
    for (const item of released) await tellReady(tx, item);
    await tx.moderationDecision.createMany({
      data: released.map(({ id }) => ({ contentItemId: id, action: "released", at: now })),
    });
    return released.length;
  });
}
