import type { ImportAsset, ImportReply, ImportRequest } from "@/core/import/contract";
import { type ImportOutcome, recordImports, type WantedImport } from "./record-imports";

/** What the import API does: records each asset and says of each whether it was taken. */
export async function importAssets(ownerId: string, { assets }: ImportRequest): Promise<ImportReply> {
  const outcomes = await recordImports(ownerId, assets.map(wishOf));
  const accepted = outcomes.filter(({ status }) => status === "accepted").length;
  return { results: outcomes.map(resultOf), accepted, failed: outcomes.length - accepted };
}

function wishOf(asset: ImportAsset): WantedImport {
  return {
    source: asset.url ? { kind: "url", url: asset.url } : { kind: "external", url: asset.external_url ?? "" },
    posterUrl: asset.poster_url,
    title: asset.title,
    type: (asset.type ?? "MOVIE").toLowerCase() as WantedImport["type"],
    description: asset.description ?? "",
    genres: asset.genres ?? [],
    tags: asset.tags ?? [],
    productionYear: asset.production_year ?? null,
    contentGroups: asset.content_groups ?? [],
  };
}

function resultOf(outcome: ImportOutcome): ImportReply["results"][number] {
  if (outcome.status === "failed") return { status: "failed", error: outcome.error.message };
  const { contentItemId, jobId, status, warnings } = outcome;
  return { asset_id: contentItemId, job_id: jobId, status, warnings };
}
