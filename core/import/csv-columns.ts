import { shown } from "./csv-cells";

/** Every column of a catalogue file, in the order of the template. */
export const CSV_COLUMNS = [
  "asset_type",
  "ingest_id",
  "title",
  "description",
  "language",
  "production_year",
  "duration",
  "age_ratings",
  "genres",
  "content_groups",
  "tags",
  "series_ingest_id",
  "season_number",
  "episode_number",
  "source_url",
  "poster_url",
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

const REQUIRED: readonly CsvColumn[] = ["asset_type", "ingest_id", "title"];

/** More names than these tell nothing. */
const MAX_UNKNOWN = 100;

export interface CsvHeader {
  /** What stands in each place of a row; null for a column that means nothing to us. */
  columns: (CsvColumn | null)[];
  /** Names of columns that mean nothing to us, as they are written. */
  unknown: string[];
  missing: CsvColumn[];
  repeated: CsvColumn[];
}

/** Reads the header row. Case, and spaces or hyphens instead of underscores, do not matter. */
export function readHeader(cells: readonly string[]): CsvHeader {
  const columns = cells.map(columnOf);
  return {
    columns,
    unknown: cells
      .filter((cell, index) => columns[index] === null && cell.trim() !== "")
      .slice(0, MAX_UNKNOWN)
      .map((cell) => shown(cell, 60)),
    missing: REQUIRED.filter((column) => !columns.includes(column)),
    repeated: CSV_COLUMNS.filter((column) => columns.filter((other) => other === column).length > 1),
  };
}

function columnOf(cell: string): CsvColumn | null {
  const name = cell
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
  return CSV_COLUMNS.find((column) => column === name) ?? null;
}

/** Why a file with this header cannot be read at all; null when it can. */
export function headerProblem(header: CsvHeader): string | null {
  if (header.missing.length > 0) {
    const names = header.missing.join(", ");
    return `The first row must name the columns. Missing: ${names}. Download the template to see how it looks.`;
  }
  if (header.repeated.length > 0) return `The first row names these columns twice: ${header.repeated.join(", ")}.`;
  return null;
}
