import { z } from "zod";
import { Id, Instant } from "../contract";

export const PreviewQuery = z.object({ at: Instant });
export type PreviewQuery = z.infer<typeof PreviewQuery>;

/** What a channel plays at an instant. */
export const AirPreview = z.object({
  at: z.string(),
  /** False for what will air if nobody changes anything; true for what is decided or has aired. */
  isDecided: z.boolean(),
  /** Null where the channel was off the air. */
  airing: z
    .object({
      kind: z.enum(["content", "filler", "slate"]),
      title: z.string(),
      contentItemId: Id.nullable(),
      blockId: Id.nullable(),
      startsAt: z.string(),
      endsAt: z.string(),
      /** How far into the item the instant is. */
      offsetSeconds: z.number(),
      /** Address that plays the item, for its owner; null for the slate and for what was removed. */
      hlsUrl: z.string().nullable(),
    })
    .nullable(),
});
export type AirPreview = z.infer<typeof AirPreview>;
