import { z } from "zod";
import {
  Description,
  Id,
  Instant,
  Labels,
  listOf,
  pageQuery,
  stablePage,
  stablePageQuery,
  Text,
  Title,
} from "../contract";
import { ExternalSource } from "./external";
import { ContainerType, ContentStatus, ContentType } from "./item-types";

/** A picture in one shape. `url` is a JPEG, which everything shows; `formats` holds the same picture by format. */
export const Picture = z.object({
  url: z.string(),
  width: z.int(),
  height: z.int(),
  formats: z.object({ avif: z.string().optional(), webp: z.string().optional(), jpeg: z.string().optional() }),
});
export type Picture = z.infer<typeof Picture>;
export const Posters = z.object({
  landscape: Picture.nullable(),
  portrait: Picture.nullable(),
  square: Picture.nullable(),
  banner: Picture.nullable(),
  thumbnail: Picture.nullable(),
});

/** Where breaks may be put into an item: seconds from its start with up to three decimals. */
export const BreakPoints = z
  .array(
    z
      .number()
      .positive()
      .max(31 * 24 * 3600)
      .refine((seconds) => Math.abs(seconds * 1000 - Math.round(seconds * 1000)) < 1e-6, "may have at most 3 decimals"),
  )
  .max(200);

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
  /** The series that an episode or season belongs to. */
  seriesId: Id.nullable(),
  seriesTitle: z.string().nullable(),
  seasonNumber: z.int().nullable(),
  episodeNumber: z.int().nullable(),
  /** "S2 E5", as guides name it. */
  episodeLabel: z.string().nullable(),
  /** Where its pictures and sound come from; `none` for a series, a season or an entry whose file is yet to come. */
  sourceKind: z.enum(["upload", "url", "external", "none"]),
  durationSeconds: z.number().nullable(),
  breakPoints: z.array(z.number()),
  sizeBytes: z.int(),
  filename: z.string(),
  thumbnailUrl: z.string().nullable(),
  posters: Posters,
  views: z.int(),
  /** Of a linked item the address of its manifest, in the one format that it has. */
  playback: z.object({ hls: z.string().nullable(), dash: z.string().nullable() }).nullable(),
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
  /** What a linked manifest was found to be; null for an item whose files are ours. */
  external: ExternalSource.nullable(),
  /** Sprite and WebVTT index for scrubbing. */
  storyboard: z.object({ url: z.string(), vttUrl: z.string() }).nullable(),
  /** The artwork that was chosen; null while the frame that the encoding chose by itself is shown. */
  artwork: z.object({ from: z.enum(["upload", "import", "frame"]), atSeconds: z.number().nullable() }).nullable(),
  /** The static groups it was put into. */
  groups: z.array(z.object({ id: Id, name: z.string() })),
  usedBy: z.array(z.object({ channelId: Id, blockId: Id, startsAt: z.string() })),
  /** What moderators said last; null of an item that none has looked at and that waits for none. */
  moderation: z
    .object({
      waitingSince: z.string().nullable(),
      /** When it was blocked, also while it waits for another look. */
      blockedAt: z.string().nullable(),
      reason: z.string().nullable(),
      /** Stretches of the guides that the block gave free. */
      removedBlocks: z.array(z.object({ channelId: Id, startsAt: z.string(), endsAt: z.string() })),
    })
    .nullable(),
});
export type ContentDetail = z.infer<typeof ContentDetail>;

export const ListContentQuery = z.object({
  ...stablePageQuery,
  status: ContentStatus.optional(),
  channel_id: Id.optional(),
  type: ContentType.optional(),
  tag: Text.max(60).optional(),
  genre: Text.max(60).optional(),
  language: Text.max(35).optional(),
  series_id: Id.optional(),
  group_id: Id.optional(),
  /** Ready, with pictures and sound that fit a channel; a series, or a linked item that does not fit, is not. */
  schedulable: z.stringbool().optional(),
  q: Text.max(200).optional(),
  sort: z.enum(["created_at", "title", "duration", "views"]).default("created_at"),
  direction: z.enum(["asc", "desc"]).default("desc"),
});
export type ListContentQuery = z.infer<typeof ListContentQuery>;

export const ContentList = listOf(ContentItem);
export type ContentList = z.infer<typeof ContentList>;
/** One page of the library. */
export const Library = ContentList.extend(stablePage);
export type Library = z.infer<typeof Library>;

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

/** What a creator may say about an item. */
const CatalogueFields = z.strictObject({
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
  seriesId: Id.nullable(),
  /** 0 holds the specials, as usual. */
  seasonNumber: z.int().min(0).max(9999).nullable(),
  episodeNumber: z.int().min(0).max(99_999).nullable(),
});

export const UpdateContent = CatalogueFields.extend({ breakPoints: BreakPoints }).partial();
export type UpdateContent = z.infer<typeof UpdateContent>;

/** A series, or a season of one: an entry of the catalogue without a file. Everything else begins as an upload. */
export const CreateContainer = CatalogueFields.omit({ episodeNumber: true })
  .partial()
  .extend({ type: ContainerType, title: Title });
export type CreateContainer = z.infer<typeof CreateContainer>;

export const Season = z.object({
  /** The season's own entry in the catalogue, where it has one. */
  contentItemId: Id.nullable(),
  /** Null for episodes without a season. */
  seasonNumber: z.int().nullable(),
  title: z.string().nullable(),
  episodes: z.int(),
});

/** One page of a series in the order in which it is watched, and all its seasons. */
export const EpisodeList = ContentList.extend({ seasons: z.array(Season) });
export type EpisodeList = z.infer<typeof EpisodeList>;
export const ListEpisodesQuery = z.object({
  ...pageQuery,
  /** Only this season. */
  season: z.coerce.number().int().min(0).max(9999).optional(),
});
export type ListEpisodesQuery = z.infer<typeof ListEpisodesQuery>;

/** Puts items into a season, in this order: they become its episodes 1, 2, 3 and so on. */
export const OrderEpisodes = z.strictObject({
  seasonNumber: z.int().min(0).max(9999).nullable(),
  contentItemIds: z.array(Id).min(1).max(1000),
});
export type OrderEpisodes = z.infer<typeof OrderEpisodes>;

const LabelCount = z.object({ label: z.string(), items: z.int() });
/** The words that a library's items carry, most used first; for filters and for suggestions. */
export const ContentLabels = z.object({
  tags: z.array(LabelCount),
  genres: z.array(LabelCount),
  languages: z.array(LabelCount),
  ageRatings: z.array(LabelCount),
});
export type ContentLabels = z.infer<typeof ContentLabels>;

export const MAX_ARTWORK_BYTES = 20 * 1024 * 1024;
/** The form that uploads artwork: one JPEG, PNG, WebP, AVIF or GIF picture. */
export const UploadArtwork = z.strictObject({ file: z.file().max(MAX_ARTWORK_BYTES) });
/** A moment of the item whose picture becomes its artwork. */
export const ChooseFrame = z.strictObject({ atSeconds: z.number().min(0).max(1_000_000) });
export type ChooseFrame = z.infer<typeof ChooseFrame>;

export const DeleteContentQuery = z.object({ force: z.stringbool().default(false) });

/** Subtitles are text: an evening's worth is some hundred kilobytes. */
export const MAX_CAPTION_BYTES = 4 * 1024 * 1024;
/** A JSON body holds a million characters, which is a feature film in many words. */
export const MAX_CAPTION_CHARACTERS = 900_000;

/** The form that uploads a caption file, WebVTT or SubRip. */
export const AddCaption = z.strictObject({
  file: z.file().max(MAX_CAPTION_BYTES),
  language: Language,
  label: Text.trim().min(1).max(100).optional(),
  kind: z.enum(["subtitles", "captions", "sdh"]).default("subtitles"),
  isDefault: z.stringbool().default(false),
});
export type AddCaption = z.infer<typeof AddCaption>;

/** What may be said anew about a caption track. `text` is a whole WebVTT or SubRip file. */
export const UpdateCaption = z
  .strictObject({
    language: Language,
    label: Text.trim().min(1).max(100),
    kind: z.enum(["subtitles", "captions", "sdh"]),
    isDefault: z.boolean(),
    text: z.string().min(1).max(MAX_CAPTION_CHARACTERS),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, "must name at least one field");
export type UpdateCaption = z.infer<typeof UpdateCaption>;
