import { z } from "zod";
import { Description, Id, Labels, Text, Title } from "../contract";
import { MAX_ASSETS } from "./limits";

/** Longer than any address that works. */
const MAX_URL = 4096;
const MAX_GROUPS = 50;

export const IMPORT_TYPES = ["MOVIE", "EPISODE", "SERIES", "SEASON", "CHANNEL", "EVENT", "NEWS"] as const;

/** Programs write null, and forms "", where they have nothing to say. */
const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
const Url = absent(Text.trim().max(MAX_URL)).transform((url) => url || undefined);
const GroupNames = z.array(Text.trim().min(1).max(200)).max(MAX_GROUPS);
const Year = z.int().min(1870).max(2200);

/** One asset of the import API, in its published spelling. */
export const ImportAsset = z
  .strictObject({
    url: Url,
    external_url: Url,
    type: absent(z.enum(IMPORT_TYPES)),
    title: absent(Title),
    description: absent(Description),
    genres: absent(Labels),
    tags: absent(Labels),
    production_year: absent(Year),
    poster_url: Url,
    content_groups: absent(GroupNames),
  })
  .superRefine((asset, context) => {
    if (!asset.url && !asset.external_url) {
      context.addIssue({ code: "custom", message: "Either 'url' or 'external_url' must be provided" });
    }
    if (asset.url && asset.external_url) {
      context.addIssue({ code: "custom", message: "Only one of 'url' and 'external_url' may be provided" });
    }
  });
export type ImportAsset = z.infer<typeof ImportAsset>;

export const ImportRequest = z.strictObject({ assets: z.array(ImportAsset).min(1).max(MAX_ASSETS) });
export type ImportRequest = z.infer<typeof ImportRequest>;

export const ImportReply = z.object({
  results: z.array(
    z.union([
      z.object({ asset_id: Id, job_id: Id, status: z.literal("accepted"), warnings: z.array(z.string()) }),
      z.object({ status: z.literal("failed"), error: z.string() }),
    ]),
  ),
  accepted: z.int(),
  failed: z.int(),
});
export type ImportReply = z.infer<typeof ImportReply>;

export const ASSET_STATUSES = ["PROCESSING", "READY", "FAILED"] as const;

export const ImportJobReply = z.object({
  job_id: Id,
  asset_id: Id,
  status: z.enum(ASSET_STATUSES),
  progress_percent: z.number(),
  error: z.string().nullable(),
  warnings: z.array(z.string()),
});
export type ImportJobReply = z.infer<typeof ImportJobReply>;
