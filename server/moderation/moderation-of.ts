import type { ContentDetail } from "@/core/content/contract";
import type { ContentItem, Prisma } from "@/generated/prisma/client";

/** What a query of content must include for `moderationOf`: the last block, with what it took off the guides. */
export const WITH_LAST_BLOCK = {
  decisions: {
    where: { action: "blocked" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 1,
    select: {
      note: true,
      removedBlocks: {
        orderBy: { startsAt: "asc" },
        select: { channelId: true, startsAt: true, endsAt: true },
      },
    },
  },
} as const satisfies Prisma.ContentItemInclude;

/** Since when an item waits for a moderator. Null also for one that got another file while it waited. */
export function waitingSince({ status, reviewSince }: Pick<ContentItem, "status" | "reviewSince">): string | null {
  return status === "pending_moderation" ? (reviewSince?.toISOString() ?? null) : null;
}

type Row = Pick<ContentItem, "status" | "reviewSince" | "blockedAt"> &
  Prisma.ContentItemGetPayload<{ select: typeof WITH_LAST_BLOCK }>;

/** What an owner is told of moderators' decisions: not who decided, and nothing of a block that was lifted. */
export function moderationOf({ decisions: [last], ...row }: Row): ContentDetail["moderation"] {
  const { blockedAt } = row;
  const since = waitingSince(row);
  if (!since && !blockedAt) return null;
  return {
    waitingSince: since,
    blockedAt: blockedAt?.toISOString() ?? null,
    reason: blockedAt && last ? last.note : null,
    removedBlocks: (blockedAt && last ? last.removedBlocks : []).map(({ channelId, startsAt, endsAt }) => ({
      channelId,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
  };
}
