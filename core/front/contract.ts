import { z } from "zod";
import { Category, NowNext, PublicChannel } from "../channels/contract";
import { pageQuery } from "../contract";

/** Of one category where it is named, page by page; else the first of all of them. */
export const OnNowQuery = z.object({
  category: Category.optional(),
  page: pageQuery.page,
  per_page: pageQuery.per_page.default(48),
});
export type OnNowQuery = z.infer<typeof OnNowQuery>;

/** A programme on a page that shows many: with a small picture and without its description. */
export const OnNowProgramme = NowNext.omit({ description: true }).extend({ thumbnailUrl: z.string().nullable() });
export type OnNowProgramme = z.infer<typeof OnNowProgramme>;

export const OnNowChannel = PublicChannel.pick({
  id: true,
  slug: true,
  name: true,
  category: true,
  logoUrl: true,
  hlsUrl: true,
  watchUrl: true,
}).extend({ now: OnNowProgramme.nullable(), next: OnNowProgramme.nullable() });
export type OnNowChannel = z.infer<typeof OnNowChannel>;

export const Shelf = z.object({
  category: Category,
  /** How many channels of the category are on the air, shown or not. */
  total: z.int(),
  channels: z.array(OnNowChannel),
});
export type Shelf = z.infer<typeof Shelf>;

/** What is on across all channels on the air. */
export const OnNow = z.object({
  /** Channels on the air. */
  total: z.int(),
  categories: z.array(z.object({ category: Category, total: z.int() })),
  /** The channel that most people watch, among those that show something with a picture. Of no category only. */
  featured: OnNowChannel.extend({ description: z.string() }).nullable(),
  shelves: z.array(Shelf),
  page: z.int(),
  perPage: z.int(),
});
export type OnNow = z.infer<typeof OnNow>;
