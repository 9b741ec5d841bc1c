import { z } from "zod";

/**
 * Every kind of work that leaves the request, with its payload. Payloads carry ids only: the row is
 * the truth, the queue a hint, so a job may run twice and must end the same.
 */
export const JOBS = {
  /** Turns the source of a content item into an encoding. */
  transcode: z.object({ contentItemId: z.uuid(), attempt: z.int() }),
  /** Removes the files of a deleted item, once nothing on air lists them. */
  purge: z.object({ contentItemId: z.uuid() }),
  /** Fills the gaps of a schedule; the parameters stand in the `job` row. */
  fill: z.object({ jobId: z.uuid() }),
  /** Makes an item's artwork from one of its frames; the moment stands in the `job` row. */
  frame: z.object({ jobId: z.uuid() }),
  /** Brings an item in from elsewhere; what and how stands in the `job` row. */
  import: z.object({ jobId: z.uuid() }),
  /** Checks a catalogue file, or brings its rows in; the parameters stand in the `job` row. */
  csv: z.object({ jobId: z.uuid() }),
  /** Re-enqueues stuck work, removes abandoned uploads and what is no longer needed. */
  sweep: z.object({}),
  /** Compares the whole storage with the database, for what no sweep of single items would find. */
  tidy: z.object({}),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]>;

/** Queue of each job: long encodes must not hold up the short work. */
export const QUEUE_OF = {
  transcode: "transcode",
  purge: "short",
  fill: "short",
  frame: "short",
  import: "import",
  csv: "short",
  sweep: "short",
  tidy: "short",
} as const satisfies Record<JobName, string>;

export type QueueName = (typeof QUEUE_OF)[JobName];
