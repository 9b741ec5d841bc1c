import { Id } from "@/core/contract";
import type { KnownItem } from "@/core/import/csv-plan";
import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "../db";

export type CatalogueItem = KnownItem & { ingestId: string | null };

const COLUMNS = Prisma.sql`
  item.id::text AS id, item.ingest_id AS "ingestId", item.type::text AS type, item.status::text AS status,
  item.title, item.description, item.language, item.production_year AS "productionYear",
  item.duration_ms AS "durationMs", item.age_ratings AS "ageRatings", item.genres, item.tags,
  item.season_number AS "seasonNumber", item.episode_number AS "episodeNumber",
  item.source_kind::text AS "sourceKind", item.source_url AS "sourceUrl",
  (item.encoding_id IS NOT NULL OR item.external IS NOT NULL) AS "isMeasured",
  EXISTS (SELECT 1 FROM content_item AS episode
    WHERE episode.series_id = item.id AND episode.status <> 'deleted') AS "hasEpisodes",
  (SELECT coalesce(series.ingest_id, series.id::text) FROM content_item AS series
    WHERE series.id = item.series_id AND series.status <> 'deleted') AS "seriesIngestId",
  ARRAY(SELECT content_group.name FROM content_group_item
    JOIN content_group ON content_group.id = content_group_item.group_id
    WHERE content_group_item.content_item_id = item.id AND content_group.kind = 'static'
    ORDER BY content_group.name) AS "contentGroups",
  (SELECT job.input->>'posterUrl' FROM job
    WHERE job.content_item_id = item.id AND job.kind = 'import' AND job.input->>'posterUrl' IS NOT NULL
    ORDER BY job.created_at DESC, job.id DESC LIMIT 1) AS "posterUrl"`;

/**
 * The owner's items of these ingest ids, by ingest id. An item without one is known by its own id, as the export names
 * it. The rows are held until the transaction ends.
 */
export async function knownItems(
  tx: Tx,
  ownerId: string,
  ingestIds: readonly string[],
): Promise<Map<string, CatalogueItem>> {
  const ids = ingestIds.filter((ingestId) => Id.safeParse(ingestId).success);
  const rows = await tx.$queryRaw<CatalogueItem[]>`
    SELECT ${COLUMNS} FROM content_item AS item
    WHERE item.owner_id = ${ownerId}::uuid AND item.status <> 'deleted'
      AND (item.ingest_id = ANY(${[...ingestIds]}::text[])
        OR (item.ingest_id IS NULL AND item.id = ANY(${ids}::uuid[])))
    FOR UPDATE OF item`;
  return new Map(rows.map((row) => [row.ingestId ?? row.id, row]));
}

/** Some items of the owner's whole catalogue, after the one with the id `after`, in order of id. */
export async function catalogueAfter(
  client: Tx,
  ownerId: string,
  after: string,
  limit: number,
): Promise<CatalogueItem[]> {
  return client.$queryRaw<CatalogueItem[]>`
    SELECT ${COLUMNS} FROM content_item AS item
    WHERE item.owner_id = ${ownerId}::uuid AND item.status <> 'deleted' AND item.id > ${after}::uuid
    ORDER BY item.id LIMIT ${limit}`;
}

/** Ids of the owner's series, by ingest id or, where they have none, by their own. */
export async function knownSeries(tx: Tx, ownerId: string, ingestIds: readonly string[]): Promise<Map<string, string>> {
  const ids = ingestIds.filter((ingestId) => Id.safeParse(ingestId).success);
  const rows = await tx.$queryRaw<{ id: string; ingestId: string | null }[]>`
    SELECT id::text AS id, ingest_id AS "ingestId" FROM content_item
    WHERE owner_id = ${ownerId}::uuid AND status <> 'deleted' AND type = 'series'
      AND (ingest_id = ANY(${[...ingestIds]}::text[]) OR (ingest_id IS NULL AND id = ANY(${ids}::uuid[])))`;
  return new Map(rows.map((row) => [row.ingestId ?? row.id, row.id]));
}
