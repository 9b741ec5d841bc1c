import { guarded, joinList } from "./csv-cells";
import { CSV_COLUMNS, type CsvColumn } from "./csv-columns";
import type { KnownItem } from "./csv-plan";

/** An item as a row of a catalogue file, one that would change nothing if it were brought in again. */
export function exportRow(item: KnownItem & { ingestId: string | null }): string[] {
  const cells: Record<CsvColumn, string> = {
    asset_type: item.type.toUpperCase(),
    // An item that has no ingest id is found again by its own id.
    ingest_id: item.ingestId ?? item.id,
    title: item.title,
    description: item.description,
    language: item.language ?? "",
    production_year: numberCell(item.productionYear),
    duration: item.durationMs === null ? "" : String(item.durationMs / 1000),
    age_ratings: joinList(item.ageRatings),
    genres: joinList(item.genres),
    content_groups: joinList(item.contentGroups),
    tags: joinList(item.tags),
    series_ingest_id: item.seriesIngestId ?? "",
    season_number: numberCell(item.seasonNumber),
    episode_number: numberCell(item.episodeNumber),
    source_url: item.sourceUrl ?? "",
    poster_url: item.posterUrl ?? "",
  };
  return CSV_COLUMNS.map((column) => guarded(cells[column]));
}

function numberCell(value: number | null): string {
  return value === null ? "" : String(value);
}

/** The rows of the template: the header, and a few items that show every column. */
export const TEMPLATE_ROWS: readonly (readonly string[])[] = [
  CSV_COLUMNS,
  [
    "SERIES",
    "harbour",
    "The Harbour",
    "Life by the water.",
    "en",
    "2024",
    "",
    "12",
    "Documentary",
    "",
    "sea",
    "",
    "",
    "",
    "",
    "",
  ],
  [
    ...["EPISODE", "harbour-s2e5", "The Ferry", "A crossing in the fog.", "en", "2024", "1500", "12"],
    ...["Documentary|Travel", "Evenings|New releases", "sea|boats", "harbour", "2", "5"],
    ...["https://example.com/harbour/s2e5.mp4", "https://example.com/harbour/s2e5.jpg"],
  ],
  [
    "MOVIE",
    "night-train",
    "Night Train",
    "",
    "de-DE",
    "1998",
    "1:32:00",
    "FSK 12",
    "Drama",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
  ],
];
