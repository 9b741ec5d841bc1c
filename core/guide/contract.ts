import { z } from "zod";
import { Category, NowNext } from "../channels/contract";
import { ContentType } from "../content/item-types";
import { Id, Instant } from "../contract";

/** `from` is now and `to` a day later where they are absent. */
export const GuideQuery = z.object({ from: Instant.optional(), to: Instant.optional() });
export type GuideQuery = z.infer<typeof GuideQuery>;

/** A programme of a guide, with what is known of its item. */
export const Programme = NowNext.extend({
  kind: z.enum(["content", "filler"]),
  /** Null where several fillers play in a row. */
  contentItemId: Id.nullable(),
  /** The block with which it begins; null in a gap and in a loop. */
  blockId: Id.nullable(),
  type: ContentType.nullable(),
  seriesTitle: z.string().nullable(),
  seasonNumber: z.int().nullable(),
  episodeNumber: z.int().nullable(),
  /** "S2 E5" */
  episodeLabel: z.string().nullable(),
  /** What the channel is about. */
  category: Category,
  genres: z.array(z.string()),
  productionYear: z.int().nullable(),
  ageRatings: z.array(z.string()),
  language: z.string().nullable(),
});
export type Programme = z.infer<typeof Programme>;

/** The guide of a channel as viewers see it. */
export const Guide = z.object({ channelId: Id, from: z.string(), to: z.string(), programmes: z.array(Programme) });
export type Guide = z.infer<typeof Guide>;
