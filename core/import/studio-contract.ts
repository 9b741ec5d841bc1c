import { z } from "zod";
import { ContentType } from "../content/item-types";
import { Description, Id, Labels, Text, Title } from "../contract";
import { MAX_ASSETS } from "./limits";

const Url = Text.trim().min(1).max(4096);

/** One asset as the Studio's own API takes it. The address of a manifest is linked where it stands in `externalUrl`. */
export const StudioAsset = z
  .strictObject({
    url: Url.optional(),
    externalUrl: Url.optional(),
    title: Title.optional(),
    type: ContentType.default("movie"),
    description: Description.default(""),
    genres: Labels.default([]),
    tags: Labels.default([]),
    productionYear: z.int().min(1870).max(2200).nullable().default(null),
    posterUrl: Url.optional(),
    contentGroups: z.array(Text.trim().min(1).max(200)).max(50).default([]),
  })
  .refine((asset) => (asset.url === undefined) !== (asset.externalUrl === undefined), {
    error: "give exactly one of url and externalUrl",
    path: ["url"],
  });

export const StudioImport = z.strictObject({ assets: z.array(StudioAsset).min(1).max(MAX_ASSETS) });
export type StudioImport = z.infer<typeof StudioImport>;

/** What became of each asset, in the order of the request. A refused one left nothing behind. */
export const StudioImportReply = z.object({
  results: z.array(
    z.discriminatedUnion("status", [
      z.object({ status: z.literal("accepted"), contentItemId: Id, jobId: Id, warnings: z.array(z.string()) }),
      z.object({ status: z.literal("failed"), error: z.object({ code: z.string(), message: z.string() }) }),
    ]),
  ),
  accepted: z.int(),
  failed: z.int(),
});
export type StudioImportReply = z.infer<typeof StudioImportReply>;
