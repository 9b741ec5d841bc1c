import { z } from "zod";

/** One picture quality, or one audio track, that a linked manifest offers. */
export const ExternalVariant = z.object({
  kind: z.enum(["video", "audio"]),
  width: z.int().nullable(),
  height: z.int().nullable(),
  frameRate: z.number().nullable(),
  /** Bits per second as the manifest announces them, or null where it does not. */
  bandwidth: z.int().nullable(),
  /** RFC 6381, comma separated, or null. */
  codecs: z.string().nullable(),
  language: z.string().nullable(),
  /** HLS: address of its media playlist. DASH: null, since all is in one manifest. */
  url: z.string().nullable(),
});
export type ExternalVariant = z.infer<typeof ExternalVariant>;

/** What a linked manifest was found to be when it was checked: the `external` of a content item. */
export const ExternalSource = z.object({
  format: z.enum(["hls", "dash"]),
  /** Where the manifest is after redirects. */
  url: z.string(),
  /** A live manifest has no end and no duration. */
  isLive: z.boolean(),
  durationMs: z.int().nullable(),
  variants: z.array(ExternalVariant),
  /** Encrypted with AES-128, or copy-protected, or neither. */
  encryption: z.enum(["none", "aes-128", "drm"]),
  /** Every origin from which a player will fetch, for the policy of the pages that play it. */
  origins: z.array(z.string()),
  /** Why it cannot play on a channel; absent while it can, or while nobody has looked. */
  whyNotLinear: z.string().optional(),
  checkedAt: z.iso.datetime(),
});
export type ExternalSource = z.infer<typeof ExternalSource>;

/** The `external` of an item as it stands in the database, or null for an item whose files are ours. */
export function parseExternal(stored: unknown): ExternalSource | null {
  const parsed = ExternalSource.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
