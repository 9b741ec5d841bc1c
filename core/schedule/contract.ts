import { z } from "zod";
import { BreakPoints, ContentItem } from "../content/contract";
import { CONTENT_STATUSES } from "../content/item-types";
import { Id, Instant } from "../contract";
import { fillRule } from "./fill-rule";

export const BlockKind = z.enum(["content", "filler", "ad_break"]);
/** Seconds with up to three decimals; the shortest block is one second. */
export const BlockSeconds = z
  .number()
  .min(1)
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

export const CreateBlock = z
  .strictObject({
    channelId: Id,
    contentItemId: Id.optional(),
    startsAt: Instant,
    kind: BlockKind.default("content"),
    durationSeconds: BlockSeconds.optional(),
  })
  .superRefine((block, context) => {
    const needsContent = block.kind !== "ad_break";
    if (needsContent && !block.contentItemId)
      context.addIssue({
        code: "custom",
        path: ["contentItemId"],
        message: `a block of kind ${block.kind} needs a contentItemId`,
      });
    if (!needsContent && block.contentItemId)
      context.addIssue({ code: "custom", path: ["contentItemId"], message: "an ad_break has no contentItemId" });
    if (!needsContent && block.durationSeconds === undefined)
      context.addIssue({ code: "custom", path: ["durationSeconds"], message: "an ad_break needs durationSeconds" });
  });
export type CreateBlock = z.infer<typeof CreateBlock>;

export const UpdateBlock = z
  .strictObject({
    channelId: Id,
    contentItemId: Id,
    startsAt: Instant,
    kind: BlockKind,
    durationSeconds: BlockSeconds,
  })
  .partial()
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
  reason: z.enum(["clocks_changed", "occupied", "locked", "not_ready", "rights"]),
  message: z.string(),
});
export type LeftOut = z.infer<typeof LeftOut>;

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
