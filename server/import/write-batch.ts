import { v7 as uuidv7 } from "uuid";
import { searchTitle } from "@/core/content/search-title";
import { isContainer } from "@/core/import/csv-plan";
import type { ImportJobInput } from "@/core/import/job-input";
import { fileNameOfUrl, sourceKindOf } from "@/core/import/name-of-url";
import { addMembers, type Groups, keepOnlyMembers, staticGroup } from "../content-groups/static-groups";
import type { Tx } from "../db";
import type { PlannedRow } from "./plan-batch";

/**
 * Writes what some rows change, each kind of change in one statement. Rows that change nothing are not touched.
 * @returns ids of the import jobs that were made
 */
export async function writeBatch(
  tx: Tx,
  place: { ownerId: string; batchId: string; groups: Groups },
  rows: readonly PlannedRow[],
  now: Date,
): Promise<string[]> {
  const created = rows.filter(({ plan }) => plan.action === "create");
  const updated = rows.filter(({ plan }) => plan.action === "update");
  await insertItems(tx, place.ownerId, created, now);
  await updateItems(tx, updated, now);
  await setGroups(tx, place.groups, rows);
  const jobs = rows.flatMap((planned) => importOf(place, planned) ?? []);
  await tx.job.createMany({ data: jobs });
  return jobs.map(({ id }) => id);
}

/** One statement for all: the parameters of a statement for each row would cost more than the rows. */
async function insertItems(tx: Tx, ownerId: string, rows: readonly PlannedRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ itemId, row, plan: { fields, sourceUrl }, seriesId }) => {
    const source = sourceOf(sourceUrl);
    return {
      id: itemId,
      ingest_id: row.ingestId,
      series_id: seriesId ?? null,
      type: row.type,
      title: row.title,
      search_title: searchTitle(row.title),
      description: fields.description ?? "",
      language: fields.language ?? null,
      production_year: fields.productionYear ?? null,
      duration_ms: fields.durationMs ?? null,
      age_ratings: fields.ageRatings ?? [],
      genres: fields.genres ?? [],
      tags: fields.tags ?? [],
      season_number: fields.seasonNumber ?? null,
      episode_number: fields.episodeNumber ?? null,
      source_kind: source.sourceKind ?? "none",
      source_url: source.sourceUrl ?? null,
      filename: source.filename ?? "",
      content_type: sourceUrl ? "application/octet-stream" : "",
      // A series is complete without a file; anything else waits for its own.
      status: isContainer(row.type) && !sourceUrl ? "ready" : "uploading",
    };
  });
  await tx.$executeRaw`
    INSERT INTO content_item (owner_id, id, ingest_id, series_id, type, title, search_title, description, language,
      production_year, duration_ms, age_ratings, genres, tags, season_number, episode_number, source_kind, source_url,
      filename, content_type, status, size_bytes, created_at, updated_at)
    SELECT ${ownerId}::uuid, id, ingest_id, series_id, type::content_type, title, search_title, description, language,
      production_year, duration_ms, age_ratings, genres, tags, season_number, episode_number,
      source_kind::content_source, source_url, filename, content_type, status::content_status, 0, ${now}, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb) AS new(
      id uuid, ingest_id text, series_id uuid, type text, title text, search_title text, description text,
      language text, production_year int, duration_ms int, age_ratings text[], genres text[], tags text[],
      season_number int, episode_number int, source_kind text, source_url text, filename text, content_type text,
      status text)`;
}

function sourceOf(sourceUrl: string | undefined) {
  if (!sourceUrl) return {};
  const url = new URL(sourceUrl);
  return { sourceKind: sourceKindOf(url), sourceUrl, filename: fileNameOfUrl(url) };
}

/** One statement for all: every row brings all columns, those that do not change as they are. */
async function updateItems(tx: Tx, rows: readonly PlannedRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ itemId, row, plan, known, seriesId }) => {
    const item = { ...known, ...plan.fields };
    const source = sourceOf(plan.sourceUrl);
    return {
      id: itemId,
      type: item.type,
      title: row.title,
      search_title: searchTitle(row.title),
      description: item.description,
      language: item.language,
      production_year: item.productionYear,
      duration_ms: item.durationMs,
      age_ratings: item.ageRatings,
      genres: item.genres,
      tags: item.tags,
      season_number: item.seasonNumber,
      episode_number: item.episodeNumber,
      sets_series: seriesId !== undefined,
      series_id: seriesId ?? null,
      source_kind: source.sourceKind ?? null,
      source_url: source.sourceUrl ?? null,
      filename: source.filename ?? null,
      // An entry without a file that becomes a series is complete.
      is_container: isContainer(row.type),
    };
  });
  await tx.$executeRaw`
    UPDATE content_item AS item SET
      type = new.type::content_type, title = new.title, search_title = new.search_title,
      description = new.description, language = new.language, production_year = new.production_year,
      duration_ms = new.duration_ms, age_ratings = new.age_ratings, genres = new.genres, tags = new.tags,
      season_number = new.season_number, episode_number = new.episode_number,
      series_id = CASE WHEN new.sets_series THEN new.series_id ELSE item.series_id END,
      source_kind = coalesce(new.source_kind::content_source, item.source_kind),
      source_url = coalesce(new.source_url, item.source_url),
      filename = coalesce(new.filename, item.filename),
      status = CASE
        WHEN new.source_url IS NOT NULL THEN 'uploading'::content_status
        WHEN item.source_kind = 'none' AND item.status = 'uploading' AND new.is_container THEN 'ready'::content_status
        ELSE item.status END,
      error_code = CASE WHEN new.source_url IS NULL THEN item.error_code END,
      error_message = CASE WHEN new.source_url IS NULL THEN item.error_message END,
      updated_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb) AS new(
      id uuid, type text, title text, search_title text, description text, language text, production_year int,
      duration_ms int, age_ratings text[], genres text[], tags text[], season_number int, episode_number int,
      sets_series boolean, series_id uuid, source_kind text, source_url text, filename text, is_container boolean)
    WHERE item.id = new.id`;
}

/** Puts items into the static groups that their rows name, and takes them out of all others. */
async function setGroups(tx: Tx, groups: Groups, rows: readonly PlannedRow[]): Promise<void> {
  const changed = rows.filter(({ plan }) => plan.contentGroups !== undefined);
  if (changed.length === 0) return;
  const members = changed.flatMap(({ itemId, plan }) =>
    (plan.contentGroups ?? []).flatMap((name) => {
      const group = staticGroup(groups, name);
      return group ? [{ item_id: itemId, group_id: group.id }] : [];
    }),
  );
  await keepOnlyMembers(
    tx,
    changed.map(({ itemId }) => itemId),
    members,
  );
  await addMembers(tx, members);
}

function importOf(place: { ownerId: string; batchId: string }, { itemId, plan }: PlannedRow) {
  if (!plan.sourceUrl && !plan.posterUrl) return null;
  const source: ImportJobInput["source"] = plan.sourceUrl
    ? { kind: sourceKindOf(new URL(plan.sourceUrl)), url: plan.sourceUrl }
    : { kind: "none" };
  const input: ImportJobInput = { source, posterUrl: plan.posterUrl ?? null, titleFromSource: false };
  return {
    ...{ id: uuidv7(), ownerId: place.ownerId, batchId: place.batchId },
    ...{ kind: "import", contentItemId: itemId, input },
  };
}
