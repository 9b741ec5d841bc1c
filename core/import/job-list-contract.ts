import { z } from "zod";
import { ContentStatus, ContentType } from "../content/item-types";
import { Id, listOf, stablePage, stablePageQuery } from "../contract";
import { CsvSummary } from "./csv-contract";
import { ImportProgress } from "./job-input";
import { JOB_KINDS, JOB_STATES } from "./job-names";

export const JobKind = z.enum(JOB_KINDS);
export const JobState = z.enum(JOB_STATES);
export type JobState = z.infer<typeof JobState>;

export const ListJobsQuery = z.object({ ...stablePageQuery, kind: JobKind.optional(), status: JobState.optional() });
export type ListJobsQuery = z.infer<typeof ListJobsQuery>;

/** A job as the list shows it. An import runs until its item can be played, and fails when that fails. */
export const ListedJob = z.object({
  id: Id,
  kind: JobKind,
  status: JobState,
  progressPercent: z.number(),
  progress: ImportProgress.nullable(),
  /** While the item is converted: speed as a multiple of real time, and how long it still takes. */
  convertingSpeed: z.number().nullable(),
  secondsLeft: z.int().nullable(),
  /** Where it comes from: an address, or the name of a file. */
  source: z.string(),
  /** Null where the item was deleted, and for catalogue files. */
  item: z
    .object({
      id: Id,
      title: z.string(),
      type: ContentType,
      status: ContentStatus,
      thumbnailUrl: z.string().nullable(),
    })
    .nullable(),
  /** Of a catalogue file. */
  csv: z.object({ dryRun: z.boolean(), summary: CsvSummary.nullable() }).nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  warnings: z.array(z.string()),
  canRetry: z.boolean(),
  canCancel: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ListedJob = z.infer<typeof ListedJob>;

export const JobList = listOf(ListedJob).extend({
  ...stablePage,
  /** How many there are in each state, whatever is asked for. */
  counts: z.object({ queued: z.int(), running: z.int(), done: z.int(), failed: z.int() }),
});
export type JobList = z.infer<typeof JobList>;
