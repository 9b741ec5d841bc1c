import { z } from "zod";

/**
 * What an `import` job must do: the `input` of its row. Everything else about the item stands in the item itself, so
 * that a job that runs twice reads the same.
 */
export const ImportJobInput = z.object({
  source: z.discriminatedUnion("kind", [
    /** A file or a page of a video platform: download it, then hand it to the transcoder. */
    z.object({ kind: z.literal("url"), url: z.string() }),
    /** A manifest: check it and link it. */
    z.object({ kind: z.literal("external"), url: z.string() }),
    /** Nothing: the job only fetches the poster. */
    z.object({ kind: z.literal("none") }),
  ]),
  posterUrl: z.string().nullable(),
  /** Nobody gave a title; the item has one made from the address until the source tells a better one. */
  titleFromSource: z.boolean(),
});
export type ImportJobInput = z.infer<typeof ImportJobInput>;

/** What an import is doing now: the `progress` of its row. */
export const ImportProgress = z.object({
  step: z.enum(["waiting", "looking", "downloading", "poster", "checking", "converting"]),
  receivedBytes: z.number().nullable(),
  totalBytes: z.number().nullable(),
  bytesPerSecond: z.number().nullable(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;
