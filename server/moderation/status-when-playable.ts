import type { ContentItem } from "@/generated/prisma/client";
import { env } from "../env";

type Judged = Pick<ContentItem, "sourceKey" | "sourceUrl" | "approvedSource" | "blockedAt">;

/** What a moderator approves is what the item plays: its file, or the manifest that it links to. */
export function sourceOf(item: Pick<ContentItem, "sourceKey" | "sourceUrl">): string | null {
  return item.sourceKey ?? item.sourceUrl;
}

/**
 * Whether an item that can be played now is ready, or waits for a moderator first. A source that was approved is not
 * looked at twice, however often it is encoded. An item that was blocked waits whatever `MODERATION` says: another file
 * does not lift a block.
 */
export function statusWhenPlayable(item: Judged, now: Date) {
  const isApproved = item.approvedSource !== null && item.approvedSource === sourceOf(item);
  const waits = item.blockedAt !== null || (env().MODERATION === "manual" && !isApproved);
  return waits
    ? ({ status: "pending_moderation", reviewSince: now } as const)
    : ({ status: "ready", reviewSince: null } as const);
}
