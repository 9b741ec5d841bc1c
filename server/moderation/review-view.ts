import type { Decision, ReviewItem } from "@/core/moderation/contract";
import type { ContentItem, Prisma } from "@/generated/prisma/client";
import { type ContentWithPictures, contentView, WITH_PICTURES } from "../content/content-view";
import { publicUrl } from "../public-url";
import { waitingSince } from "./moderation-of";

export const WITH_OWNER = { owner: { select: { id: true, name: true, email: true } } } as const;
/** What a query of content must include for `reviewItemView`. */
export const WITH_REVIEW = { ...WITH_PICTURES, ...WITH_OWNER } as const satisfies Prisma.ContentItemInclude;

type Owned = { owner: ReviewItem["owner"] };

/** An item as moderators see it, with a preview that is theirs. */
export function reviewItemView(row: ContentWithPictures & Owned): ReviewItem {
  return { ...contentView(row), ...reviewFields(row) };
}

/** What moderators see of an item that its owner sees otherwise or not. */
export function reviewFields(row: ContentItem & Owned) {
  const isOurs = row.external === null && row.encodingId !== null;
  const hls = isOurs ? publicUrl(`/v1/moderation/items/${row.id}/master.m3u8`) : null;
  return {
    owner: row.owner,
    waitingSince: waitingSince(row),
    blockedAt: row.blockedAt?.toISOString() ?? null,
    playback: hls ? { hls, dash: null } : null,
  };
}

export const WITH_MODERATOR = { moderator: { select: { id: true, name: true } } } as const;
type DecisionRow = Prisma.ModerationDecisionGetPayload<{ include: typeof WITH_MODERATOR }>;

export function decisionView({ id, action, note, at, moderator }: DecisionRow): Decision {
  return { id, action: action as Decision["action"], note, at: at.toISOString(), moderator };
}
