import type { ContentType } from "../content/item-types";
import { CONTENT_TYPES } from "../content/type-names";
import { Description, Text, Title } from "../contract";
import { type CellReader, durationMs, labels, language, rating, readCell, url, wholeNumber } from "./csv-cell-rules";
import { unguarded } from "./csv-cells";
import type { CsvColumn } from "./csv-columns";

/** What a row says of an item. A field whose column is absent is undefined: it stays as it is. An empty cell empties it. */
export interface CsvRow {
  type: ContentType;
  ingestId: string;
  title: string;
  description?: string;
  language?: string | null;
  productionYear?: number | null;
  durationMs?: number | null;
  ageRatings?: string[];
  genres?: string[];
  contentGroups?: string[];
  tags?: string[];
  seriesIngestId?: string | null;
  seasonNumber?: number | null;
  episodeNumber?: number | null;
  /** Null where the cell is empty: the item keeps what it has. */
  sourceUrl?: string | null;
  posterUrl?: string | null;
}

export interface CellProblem {
  /** Null when the row as a whole is wrong. */
  column: CsvColumn | null;
  message: string;
}

const IngestId = Text.trim().min(1).max(200);

const READERS: { [C in CsvColumn]: CellReader } = {
  asset_type: (cell) => {
    const type = CONTENT_TYPES.find((known) => known === cell.trim().toLowerCase());
    return type ?? { problem: `must be one of ${CONTENT_TYPES.join(", ").toUpperCase()}` };
  },
  ingest_id: (cell) => required(IngestId, cell),
  title: (cell) => required(Title, cell),
  description: (cell) => readCell(Description, cell, "must have 5,000 characters at most"),
  language: (cell) => (cell.trim() === "" ? null : language(cell.trim())),
  production_year: wholeNumber(1870, 2200),
  duration: durationMs,
  age_ratings: (cell) => labels(cell, rating),
  genres: (cell) => labels(cell),
  content_groups: (cell) => labels(cell, { most: 50, length: 200 }),
  tags: (cell) => labels(cell),
  series_ingest_id: (cell) =>
    cell.trim() === "" ? null : readCell(IngestId, cell, "must have 200 characters at most"),
  season_number: wholeNumber(0, 9999),
  episode_number: wholeNumber(0, 99_999),
  source_url: url,
  poster_url: url,
};

const FIELDS = {
  asset_type: "type",
  ingest_id: "ingestId",
  title: "title",
  description: "description",
  language: "language",
  production_year: "productionYear",
  duration: "durationMs",
  age_ratings: "ageRatings",
  genres: "genres",
  content_groups: "contentGroups",
  tags: "tags",
  series_ingest_id: "seriesIngestId",
  season_number: "seasonNumber",
  episode_number: "episodeNumber",
  source_url: "sourceUrl",
  poster_url: "posterUrl",
} as const satisfies Record<CsvColumn, keyof CsvRow>;

/** Reads one row by its header. Every cell is looked at, so that all problems of a row are told at once. */
export function readRow(
  columns: readonly (CsvColumn | null)[],
  cells: readonly string[],
): { row: CsvRow } | { problems: CellProblem[] } {
  if (cells.length !== columns.length) {
    const message = `The row has ${cells.length} cells, the header ${columns.length}.`;
    return { problems: [{ column: null, message }] };
  }
  const problems: CellProblem[] = [];
  const fields: Record<string, unknown> = {};
  columns.forEach((column, index) => {
    if (!column) return;
    const value = READERS[column](unguarded(cells[index] ?? ""));
    if (isProblem(value)) problems.push({ column, message: value.problem });
    else fields[FIELDS[column]] = value;
  });
  const row = fields as unknown as CsvRow;
  if (problems.length === 0) problems.push(...relationProblems(row));
  return problems.length > 0 ? { problems } : { row };
}

function required(schema: typeof IngestId, cell: string) {
  return readCell(schema, cell, cell.trim() === "" ? "must not be empty" : "must have 200 characters at most");
}

function isProblem(value: unknown): value is { problem: string } {
  return typeof value === "object" && value !== null && "problem" in value;
}

function relationProblems(row: CsvRow): CellProblem[] {
  if (!row.seriesIngestId) return [];
  if (row.type === "series") return [{ column: "series_ingest_id", message: "a series belongs to no other series" }];
  if (row.seriesIngestId === row.ingestId) return [{ column: "series_ingest_id", message: "names the row itself" }];
  return [];
}
