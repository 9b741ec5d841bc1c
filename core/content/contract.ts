import { z } from "zod";
import { Description, Id, Instant, Labels, listOf, pageQuery, Text, Title } from "../contract";

export const CONTENT_TYPES = [
  "movie",
  "episode",
  "series",
  "season",
  "channel",
  "event",
  "news",
  "podcast",
  "short",
] as const;
export const ContentType = z.enum(CONTENT_TYPES);

/** Life of an item: uploading → pending_transcode → transcoding → [pending_moderation →] ready, or failed. */
export const CONTENT_STATUSES = [
  "uploading",
  "pending_transcode",
  "transcoding",
  "pending_moderation",
  "ready",
  "failed",
  "blocked",
] as const;
export const ContentStatus = z.enum(CONTENT_STATUSES);
export type ContentStatus = z.infer<typeof ContentStatus>;

export const Picture = z.object({ url: z.string(), width: z.int(), height: z.int() });
export const Posters = z.object({
  landscape: Picture.nullable(),
  portrait: Picture.nullable(),
  square: Picture.nullable(),
  banner: Picture.nullable(),
  thumbnail: Picture.nullable(),
});

/** An item of the library as every list shows it. */
export const ContentItem = z.object({
  id: Id,
  title: z.string(),
  description: z.string(),
  type: ContentType,
  status: ContentStatus,
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  progressPercent: z.number(),
  /** Encoding speed as a multiple of real time, while transcoding. */
  progressSpeed: z.number().nullable(),
  progressSecondsLeft: z.int().nullable(),
  channelId: Id.nullable(),
  tags: z.array(z.string()),
  genres: z.array(z.string()),
  productionYear: z.int().nullable(),
  language: z.string().nullable(),
  ageRatings: z.array(z.string()),
  rightsFrom: z.string().nullable(),
  rightsUntil: z.string().nullable(),
  durationSeconds: z.number().nullable(),
  sizeBytes: z.int(),
  filename: z.string(),
  thumbnailUrl: z.string().nullable(),
  posters: Posters,
  views: z.int(),
  playback: z.object({ hls: z.string(), dash: z.string() }).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ContentItem = z.infer<typeof ContentItem>;

export const Rendition = z.object({
  id: Id,
  name: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  frameRate: z.number().nullable(),
  bitrateKbps: z.int(),
  codecs: z.string(),
});

export const Caption = z.object({
  id: Id,
  language: z.string(),
  label: z.string(),
  kind: z.enum(["subtitles", "captions", "sdh"]),
  source: z.enum(["uploaded", "extracted", "generated"]),
  isDefault: z.boolean(),
  url: z.string(),
});

export type Caption = z.infer<typeof Caption>;

/** What the source file was, as ffprobe saw it. */
export const SourceFacts = z.object({
  container: z.string(),
  videoCodec: z.string().nullable(),
  audioCodec: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  frameRate: z.number().nullable(),
  durationSeconds: z.number().nullable(),
});
export type SourceFacts = z.infer<typeof SourceFacts>;

export const ContentDetail = ContentItem.extend({
  renditions: z.array(Rendition),
  captions: z.array(Caption),
  source: SourceFacts.nullable(),
  /** Sprite and WebVTT index for scrubbing. */
  storyboard: z.object({ url: z.string(), vttUrl: z.string() }).nullable(),
  usedBy: z.array(z.object({ channelId: Id, blockId: Id, startsAt: z.string() })),
});
export type ContentDetail = z.infer<typeof ContentDetail>;

export const ListContentQuery = z.object({
  ...pageQuery,
  status: ContentStatus.optional(),
  channel_id: Id.optional(),
  q: Text.max(200).optional(),
  sort: z.enum(["created_at", "title", "duration", "views"]).default("created_at"),
  direction: z.enum(["asc", "desc"]).default("desc"),
});
export type ListContentQuery = z.infer<typeof ListContentQuery>;

export const ContentList = listOf(ContentItem);
export type ContentList = z.infer<typeof ContentList>;

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** BCP 47 language tag, kept in its canonical spelling: `pt-br` becomes `pt-BR`. */
export const Language = z
  .string()
  .max(35)
  .refine(isLanguageTag, "must be a BCP 47 language tag such as de or pt-BR")
  .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag);

export const UpdateContent = z
  .strictObject({
    title: Title,
    description: Description,
    channelId: Id.nullable(),
    tags: Labels,
    genres: Labels,
    productionYear: z.int().min(1870).max(2200).nullable(),
    type: ContentType,
    language: Language.nullable(),
    ageRatings: z.array(Text.trim().min(1).max(30)).max(20),
    rightsFrom: Instant.nullable(),
    rightsUntil: Instant.nullable(),
  })
  .partial();
export type UpdateContent = z.infer<typeof UpdateContent>;

export const DeleteContentQuery = z.object({ force: z.stringbool().default(false) });

/** Subtitles are text: an evening's worth is some hundred kilobytes. */
export const MAX_CAPTION_BYTES = 4 * 1024 * 1024;

/** The form that uploads a caption file, WebVTT or SubRip. */
export const AddCaption = z.strictObject({
  file: z.file().max(MAX_CAPTION_BYTES),
  language: Language,
  label: Text.trim().min(1).max(100).optional(),
  kind: z.enum(["subtitles", "captions", "sdh"]).default("subtitles"),
  isDefault: z.stringbool().default(false),
});
export type AddCaption = z.infer<typeof AddCaption>;
