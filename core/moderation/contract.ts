import { z } from "zod";
import { MAX_BULK_ITEMS } from "../content/bulk-limit";
import { ContentDetail, ContentItem } from "../content/contract";
import { Id, listOf, pageQuery, Text } from "../contract";

/**
 * `approved`, `blocked` and `unblocked` are a moderator's; `resubmitted` is the owner's, who asks for another look;
 * `released` is the installation's, which lets go what waits once moderation is switched off.
 */
export const DECISION_ACTIONS = ["approved", "blocked", "unblocked", "resubmitted", "released"] as const;
export const DecisionAction = z.enum(DECISION_ACTIONS);
export type DecisionAction = z.infer<typeof DecisionAction>;

/** The states of an item that a moderator can decide about. */
export const ReviewStatus = z.enum(["pending_moderation", "blocked", "ready"]);
export type ReviewStatus = z.infer<typeof ReviewStatus>;

/** Why an item is blocked, in words that its owner reads. */
export const BlockReason = Text.trim().min(1).max(1000);
/** What else is to be said. */
export const ReviewNote = Text.trim().max(1000);

const Owner = z.object({ id: Id, name: z.string(), email: z.string() });

/** An item of anybody's library, as moderators see it. */
export const ReviewItem = ContentItem.extend({
  owner: Owner,
  /** Since when it waits; null while it does not. */
  waitingSince: z.string().nullable(),
  /** When it was blocked, also while it waits for another look. */
  blockedAt: z.string().nullable(),
});
export type ReviewItem = z.infer<typeof ReviewItem>;

export const Decision = z.object({
  id: Id,
  action: DecisionAction,
  note: z.string(),
  at: z.string(),
  /** Null for what the owner or the installation did, and once the moderator's account is gone. */
  moderator: z.object({ id: Id, name: z.string() }).nullable(),
});
export type Decision = z.infer<typeof Decision>;

export const ReviewDetail = ContentDetail.extend({
  ...ReviewItem.pick({ owner: true, waitingSince: true, blockedAt: true }).shape,
  /** Newest first. */
  decisions: z.array(Decision),
});
export type ReviewDetail = z.infer<typeof ReviewDetail>;

export const ListReviewQuery = z.object({
  ...pageQuery,
  status: ReviewStatus.default("pending_moderation"),
  /** Part of the title, or of the owner's name or address. */
  q: Text.max(200).optional(),
});
export type ListReviewQuery = z.infer<typeof ListReviewQuery>;

export const ReviewList = listOf(ReviewItem).extend({
  /** How many there are of each, whatever was searched for. */
  counts: z.object({ pending_moderation: z.int(), blocked: z.int() }),
});
export type ReviewList = z.infer<typeof ReviewList>;

export const ListDecisionsQuery = z.object({ ...pageQuery, action: DecisionAction.optional() });
export type ListDecisionsQuery = z.infer<typeof ListDecisionsQuery>;

const ListedDecision = Decision.extend({
  item: ContentItem.pick({ id: true, title: true, thumbnailUrl: true }).extend({
    status: z.enum([...ContentItem.shape.status.options, "deleted"]),
  }),
  owner: Owner,
  /** Stretches of guides that a block gave free. */
  removedBlocks: z.int(),
});
export const DecisionList = listOf(ListedDecision);
export type DecisionList = z.infer<typeof DecisionList>;

/** `status` is the one that the moderator saw: who decides about anything else is told so instead. */
const approval = { status: ReviewStatus.exclude(["ready"]), note: ReviewNote.default("") };
const blocking = { status: ReviewStatus.exclude(["blocked"]), reason: BlockReason };

export const ApproveItem = z.strictObject(approval);
export type ApproveItem = z.infer<typeof ApproveItem>;
export const BlockItem = z.strictObject(blocking);
export type BlockItem = z.infer<typeof BlockItem>;

const Seen = <T extends z.ZodType>(status: T) =>
  z
    .array(z.strictObject({ id: Id, status }))
    .min(1)
    .max(MAX_BULK_ITEMS);

export const DecideMany = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("approve"), items: Seen(approval.status), note: approval.note }),
  z.strictObject({ action: z.literal("block"), items: Seen(blocking.status), reason: blocking.reason }),
]);
export type DecideMany = z.infer<typeof DecideMany>;

export const DecidedMany = z.object({
  done: z.array(Id),
  refused: z.array(z.object({ id: Id, code: z.string(), message: z.string() })),
});
export type DecidedMany = z.infer<typeof DecidedMany>;

export const ResubmitContent = z.strictObject({
  /** What was changed, or why it should be looked at again. */
  note: ReviewNote.default(""),
});
export type ResubmitContent = z.infer<typeof ResubmitContent>;
