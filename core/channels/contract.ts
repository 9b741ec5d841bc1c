import { z } from "zod";
import { Description, Id, Labels, listOf, pageQuery, Text, Title } from "../contract";
import { MAX_CATCH_UP_HOURS } from "../playout/catch-up";
import { fillRule } from "../schedule/fill-rule";
import { CATEGORIES } from "./categories";
import { MAX_LOGO_BYTES } from "./logo-limit";

export const Category = z.enum(CATEGORIES);
/** `linear` plays its schedule; `loop` plays its ready content in order, for ever. */
export const ChannelKind = z.enum(["linear", "loop"]);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** IANA time zone name, such as Europe/Berlin. */
export const TimeZone = z.string().max(64).refine(isTimeZone, "must be an IANA time zone name such as Europe/Berlin");

export const Filler = z.strictObject({
  contentItemIds: z.array(Id).max(500).optional(),
  tags: Labels.optional(),
  contentGroupIds: z.array(Id).max(100).optional(),
});
export type Filler = z.infer<typeof Filler>;
/** Always-on auto-fill: the worker keeps the guide filled so many whole days ahead, from all ready content or from what is chosen. */
export const Autofill = z.strictObject({
  enabled: z.boolean().default(false),
  daysAhead: z.int().min(1).max(31).default(7),
  ...fillRule,
});
export type Autofill = z.infer<typeof Autofill>;

/** Filler shorter than this is left out of the guide. */
export const GuideFillerSeconds = z
  .int()
  .min(0)
  .max(24 * 3600);

/** By which televisions know a channel; it never changes. */
const ChannelNumber = z.int().min(1);

export const Channel = z.object({
  id: Id,
  slug: z.string(),
  number: ChannelNumber,
  name: z.string(),
  description: z.string(),
  kind: ChannelKind,
  category: Category,
  timezone: z.string(),
  status: z.enum(["draft", "published"]),
  logoUrl: z.string().nullable(),
  hlsUrl: z.string(),
  watchUrl: z.string(),
  cpmMinor: z.int(),
  currency: z.string(),
  filler: Filler,
  autofill: Autofill,
  /** What lies before this was filled once and is the creator's since; null before the first round. */
  autofilledUntil: z.string().nullable(),
  /** Content of a loop in the order in which it plays; what is not named follows, oldest first. */
  loopOrder: z.array(Id),
  guideFillerSeconds: GuideFillerSeconds,
  catchUpHours: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Channel = z.infer<typeof Channel>;

export const ListChannelsQuery = z.object(pageQuery);
export type ListChannelsQuery = z.infer<typeof ListChannelsQuery>;
export const ChannelList = listOf(Channel);
export type ChannelList = z.infer<typeof ChannelList>;

export const CreateChannel = z.strictObject({
  name: Title,
  description: Description.default(""),
  kind: ChannelKind.default("linear"),
  category: Category.default("other"),
  timezone: TimeZone.optional(),
});
export type CreateChannel = z.infer<typeof CreateChannel>;

export const UpdateChannel = z
  .strictObject({
    name: Title,
    description: Description,
    kind: ChannelKind,
    category: Category,
    timezone: TimeZone,
    cpmMinor: z.int().min(0).max(10_000_000),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, "must be an ISO 4217 code such as EUR")
      .meta({ maxLength: 3 }),
    filler: Filler,
    autofill: Autofill,
    loopOrder: z.array(Id).max(5000),
    guideFillerSeconds: GuideFillerSeconds,
    /** How long what aired can be watched again; 0 turns catch-up off. */
    catchUpHours: z.int().min(0).max(MAX_CATCH_UP_HOURS),
  })
  .partial();
export type UpdateChannel = z.infer<typeof UpdateChannel>;

export const ChannelChecklist = z.object({
  items: z.array(z.object({ id: z.string(), title: z.string(), passed: z.boolean(), detail: z.string() })),
  passed: z.int(),
  total: z.int(),
});
export type ChannelChecklist = z.infer<typeof ChannelChecklist>;

/** The form that uploads a logo: PNG, JPEG, WebP, AVIF or GIF. */
export const UploadLogo = z.strictObject({ file: z.file().max(MAX_LOGO_BYTES) });

/** A programme as viewers see it. */
export const NowNext = z.object({
  title: z.string(),
  description: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  posterUrl: z.string().nullable(),
});
export type NowNext = z.infer<typeof NowNext>;

export const PublicChannel = z.object({
  id: Id,
  slug: z.string(),
  number: ChannelNumber,
  name: z.string(),
  description: z.string(),
  kind: ChannelKind,
  category: Category,
  timezone: z.string(),
  logoUrl: z.string().nullable(),
  hlsUrl: z.string(),
  watchUrl: z.string(),
  now: NowNext.nullable(),
  next: NowNext.nullable(),
});
export type PublicChannel = z.infer<typeof PublicChannel>;
export const PublicChannelList = listOf(PublicChannel);
export type PublicChannelList = z.infer<typeof PublicChannelList>;

/** A channel is found by either; a slug is as long as `slugOf` makes it. */
export const ByIdOrSlug = z.object({ idOrSlug: Text.max(100) });
