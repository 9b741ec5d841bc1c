import { z } from "zod";
import { Text } from "../contract";

const Pixels = z.coerce.number().int().min(1).max(10_000);

/** As oEmbed 1.0 has it. A format other than JSON is refused by the verb, with the status that oEmbed names. */
export const OEmbedQuery = z.object({
  url: Text.min(1).max(2000),
  format: Text.max(20).default("json"),
  maxwidth: Pixels.optional(),
  maxheight: Pixels.optional(),
});
export type OEmbedQuery = z.infer<typeof OEmbedQuery>;

/** The `video` answer of oEmbed 1.0, in its spelling. */
export const OEmbed = z.object({
  version: z.literal("1.0"),
  type: z.literal("video"),
  title: z.string(),
  provider_name: z.string(),
  provider_url: z.string(),
  /** Seconds for which the answer may be kept. */
  cache_age: z.int(),
  width: z.int(),
  height: z.int(),
  html: z.string(),
  thumbnail_url: z.string().optional(),
  thumbnail_width: z.int().optional(),
  thumbnail_height: z.int().optional(),
});
export type OEmbed = z.infer<typeof OEmbed>;
