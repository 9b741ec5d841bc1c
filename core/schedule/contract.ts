import { z } from "zod";
import { BreakPoints, ContentItem } from "../content/contract";
import { CONTENT_STATUSES } from "../content/item-types";
import { Id, Instant, listOf, pageQuery } from "../contract";
import { fillRule } from "./fill-rule";

export const BlockKind = z.enum(["content", "filler", "ad_break"]);
/** Seconds with up to three decimals; the shortest block is one second. */
export const BlockSeconds = z
  .number()
  .min(1)
  .max(31 * 24 * 3600)
  .refine((seconds) => Math.abs(seconds * 1000 - Math.round(seconds * 1000)) < 1e-6, "may have at most 3 decimals");

/** Where in its content a block begins, in seconds with up to three decimals. The picture starts at the segment nearest to it. */
export const OffsetSeconds = z
  .number()
  .min(0)
  .max(31 * 24 * 3600)
  .refine((seconds) => Math.abs(seconds * 1000 - Math.round(seconds * 1000)) < 1e-6, "may have at most 3 decimals");

/** The item of a block. Blocks of the past outlive their content. */
export const BlockContent = ContentItem.extend({ status: z.enum([...CONTENT_STATUSES, "deleted"]) });

/** A stretch of a channel's guide, half-open: [startsAt, endsAt). */
export const Block = z.object({
  id: Id,
  channelId: Id,
  startsAt: z.string(),
  endsAt: z.string(),
  durationSeconds: z.number(),
  /** Where in its content the block begins. The part after a break goes on where the part before it ended. */
  offsetSeconds: z.number(),
  kind: BlockKind,
  content: BlockContent.nullable(),
});
export type Block = z.infer<typeof Block>;

export const ScheduleQuery = z.object({ channelId: Id, from: Instant, to: Instant });
export type ScheduleQuery = z.infer<typeof ScheduleQuery>;

export const Schedule = z.object({
  channelId: Id,
  from: z.string(),
  to: z.string(),
  blocks: z.array(Block),
  /** Every stretch of the window without a block. */
  gaps: z.array(z.object({ from: z.string(), to: z.string() })),
  total: z.int(),
  /** Nothing before this instant can be changed any more; null while the channel is a draft. */
  editableFrom: z.string().nullable(),
  etag: z.string(),
});
export type Schedule = z.infer<typeof Schedule>;

/** What a new block is made of. */
export const newBlock = {
  channelId: Id,
  contentItemId: Id.optional(),
  startsAt: Instant,
  kind: BlockKind.default("content"),
  durationSeconds: BlockSeconds.optional(),
  offsetSeconds: OffsetSeconds.optional(),
};

interface KindAndContent {
  kind: z.infer<typeof BlockKind>;
  contentItemId?: string;
  durationSeconds?: number;
  offsetSeconds?: number;
}

/** A break has a length and no content; everything else has content. */
export function checkKind(block: KindAndContent, context: z.RefinementCtx): void {
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (block.kind !== "ad_break") {
    if (!block.contentItemId) refuse("contentItemId", `a block of kind ${block.kind} needs a contentItemId`);
    return;
  }
  if (block.contentItemId) refuse("contentItemId", "an ad_break has no contentItemId");
  if (block.offsetSeconds) refuse("offsetSeconds", "an ad_break has no content to begin in");
  if (block.durationSeconds === undefined) refuse("durationSeconds", "an ad_break needs durationSeconds");
}

export const CreateBlock = z.strictObject(newBlock).superRefine(checkKind);
export type CreateBlock = z.infer<typeof CreateBlock>;

/** What of a block can be changed. */
export const blockChanges = {
  channelId: Id.optional(),
  contentItemId: Id.optional(),
  startsAt: Instant.optional(),
  kind: BlockKind.optional(),
  durationSeconds: BlockSeconds.optional(),
  offsetSeconds: OffsetSeconds.optional(),
};

export const UpdateBlock = z
  .strictObject(blockChanges)
  .refine((changes) => Object.keys(changes).length > 0, "at least one field must be given");
export type UpdateBlock = z.infer<typeof UpdateBlock>;

export const FillSchedule = z.strictObject({
  channelId: Id,
  from: Instant,
  to: Instant,
  ...fillRule,
  /** Answers what would be placed, in the job's result, and places nothing. */
  dryRun: z.boolean().optional(),
});
export type FillSchedule = z.infer<typeof FillSchedule>;

/** Result of a fill job. */
export const FillResult = z.object({
  placed: z.int(),
  /** Empty for a dry run. */
  blockIds: z.array(Id),
  remainingGapSeconds: z.number(),
  /** Of a dry run: what would be placed, in order of time. */
  preview: z
    .array(z.object({ contentItemId: Id, title: z.string(), startsAt: z.string(), endsAt: z.string() }))
    .optional(),
});
export type FillResult = z.infer<typeof FillResult>;

export const CopySchedule = z.strictObject({
  channelId: Id,
  from: Instant,
  to: Instant,
  targetFrom: Instant,
  /** Blocks keep the time that the clocks of the channel's zone show, also over a change of the clocks. */
  keepLocalTime: z.boolean().optional(),
});
export type CopySchedule = z.infer<typeof CopySchedule>;

/** Something that found no place, with the reason in words. */
export const LeftOut = z.object({
  title: z.string(),
  contentItemId: Id.nullable(),
  startsAt: z.string(),
  reason: z.enum(["clocks_changed", "occupied", "locked", "not_ready", "rights", "blocked"]),
  message: z.string(),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** A stretch of a guide to come that was given free because a moderator blocked what stood there. */
export const LeftGuide = LeftOut.extend({ channelId: Id, endsAt: z.string() });
export type LeftGuide = z.infer<typeof LeftGuide>;
export const LeftGuideList = listOf(LeftGuide);
export type LeftGuideList = z.infer<typeof LeftGuideList>;
export const ListLeftGuideQuery = z.object({ ...pageQuery, channelId: Id.optional() });
export type ListLeftGuideQuery = z.infer<typeof ListLeftGuideQuery>;

export const CopiedBlocks = z.object({
  blocks: z.array(Block),
  /** What the hour that is skipped when clocks go forward left no room for. */
  leftOut: z.array(LeftOut),
});
export type CopiedBlocks = z.infer<typeof CopiedBlocks>;

export const PutBreaks = z.strictObject({
  durationSeconds: BlockSeconds.max(3600),
  /** Seconds from the start of the content; without them, its own break points. */
  points: BreakPoints.min(1).optional(),
});
export type PutBreaks = z.infer<typeof PutBreaks>;

export const PlacedBlocks = z.object({ blocks: z.array(Block) });
export type PlacedBlocks = z.infer<typeof PlacedBlocks>;

export const JobStarted = z.object({ jobId: Id });
export type JobStarted = z.infer<typeof JobStarted>;
export const Job = z.object({
  id: Id,
  kind: z.string(),
  status: z.enum(["queued", "running", "done", "failed"]),
  progressPercent: z.number(),
  result: z.record(z.string(), z.unknown()).nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type Job = z.infer<typeof Job>;
