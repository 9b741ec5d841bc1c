import { z } from "zod";
import { Id, Instant, listOf, pageQuery } from "../contract";
import { AS_RUN_OUTCOMES } from "./as-run";

/** A day until now where `from` and `to` are absent. */
export const AsRunWindow = z.object({ from: Instant.optional(), to: Instant.optional() });
export type AsRunWindow = z.infer<typeof AsRunWindow>;
export const AsRunQuery = AsRunWindow.extend(pageQuery);
export type AsRunQuery = z.infer<typeof AsRunQuery>;

/** What aired, or a block that should have and did not. */
export const AsRunLine = z.object({
  /** Null for what did not air. Media time, to the millisecond. */
  startsAt: z.string().nullable(),
  /** Null as well for what is on air. */
  endsAt: z.string().nullable(),
  kind: z.enum(["content", "filler", "slate", "ad_break"]),
  outcome: z.enum(AS_RUN_OUTCOMES),
  title: z.string(),
  contentItemId: Id.nullable(),
  blockId: Id.nullable(),
  scheduledStartsAt: z.string().nullable(),
  scheduledEndsAt: z.string().nullable(),
  /** How much later than scheduled it began, in milliseconds. */
  deviationMs: z.int().nullable(),
  /** How much later than scheduled it ended. */
  endDeviationMs: z.int().nullable(),
  /** Why a block did not air, where that is known. */
  reason: z.string().nullable(),
});
export type AsRunLine = z.infer<typeof AsRunLine>;

export const AsRunTotals = z.object({
  contentSeconds: z.number(),
  fillerSeconds: z.number(),
  slateSeconds: z.number(),
  missed: z.int(),
});
export type AsRunTotals = z.infer<typeof AsRunTotals>;

export const AsRun = listOf(AsRunLine).extend({
  channelId: Id,
  from: z.string(),
  to: z.string(),
  /** Of the whole stretch of time. */
  totals: AsRunTotals,
});
export type AsRun = z.infer<typeof AsRun>;
