import { shown } from "@/core/import/csv-cells";
import type { CsvProblem } from "@/core/import/csv-contract";
import { type CsvRow, readRow } from "@/core/import/csv-row";
import { type CsvFile, csvLines } from "./csv-file";

/** A row that can be understood. */
export interface GoodRow {
  line: number;
  row: CsvRow;
}

/** What has to be known of a whole file before its first row can be brought in. */
export interface CsvIndex {
  rows: number;
  good: number;
  skipped: number;
  /** Ingest ids of the rows that make or change a series. */
  series: Set<string>;
  problems: CsvProblem[];
  errors: number;
}

/** No person reads more; the counts stay true. */
export const MAX_PROBLEMS = 50_000;

/** Reads a file from end to end and remembers what is wrong with its rows, and which series it brings. */
export async function indexCsv(file: CsvFile): Promise<CsvIndex> {
  const index: CsvIndex = { rows: 0, good: 0, skipped: 0, series: new Set(), problems: [], errors: 0 };
  for await (const { line, read } of readRows(file)) {
    index.rows++;
    if ("row" in read) {
      index.good++;
      if (read.row.type === "series") index.series.add(read.row.ingestId);
      continue;
    }
    index.skipped++;
    for (const { column, message } of read.problems) {
      index.errors++;
      if (index.problems.length < MAX_PROBLEMS) {
        index.problems.push({ line, column, severity: "error", ingestId: read.ingestId, message });
      }
    }
  }
  return index;
}

/** The rows of a file that can be understood: first the series, which others may belong to, then the others. */
export async function* goodRows(file: CsvFile, index: CsvIndex): AsyncGenerator<GoodRow> {
  if (index.series.size > 0) yield* filtered(file, (row) => row.type === "series");
  yield* filtered(file, (row) => row.type !== "series");
}

async function* filtered(file: CsvFile, wanted: (row: CsvRow) => boolean): AsyncGenerator<GoodRow> {
  for await (const { line, read } of readRows(file)) {
    if ("row" in read && wanted(read.row)) yield { line, row: read.row };
  }
}

type Read = { row: CsvRow } | { problems: { column: string | null; message: string }[]; ingestId: string | null };

/** Every row as it was understood. Of two rows with one ingest id the second is wrong. */
async function* readRows(file: CsvFile): AsyncGenerator<{ line: number; read: Read }> {
  const { columns } = file.header;
  const idAt = columns.indexOf("ingest_id");
  const lineOf = new Map<string, number>();
  for await (const { line, cells } of csvLines(file)) {
    const read = readRow(columns, cells);
    const ingestId = shown(cells[idAt] ?? "", 200) || null;
    if (!("row" in read)) {
      yield { line, read: { ...read, ingestId } };
      continue;
    }
    const earlier = lineOf.get(read.row.ingestId);
    if (earlier === undefined) {
      lineOf.set(read.row.ingestId, line);
      yield { line, read };
    } else {
      const problems = [{ column: "ingest_id", message: `is also in line ${earlier}; that row counts` }];
      yield { line, read: { problems, ingestId } };
    }
  }
}
