import { v7 as uuidv7 } from "uuid";
import { AppError } from "@/core/errors";
import type { CsvProblem } from "@/core/import/csv-contract";
import { planRow, type RowPlan } from "@/core/import/csv-plan";
import type { CellProblem, CsvRow } from "@/core/import/csv-row";
import { type Groups, staticGroup } from "../content-groups/static-groups";
import type { Tx } from "../db";
import { judgeUrl } from "../outbound/judge-url";
import type { GoodRow } from "./index-csv";
import { type CatalogueItem, knownItems, knownSeries } from "./known-items";

/** A row with the item that it makes or changes. */
export interface PlannedRow {
  itemId: string;
  row: CsvRow;
  plan: RowPlan;
  known: CatalogueItem | null;
  /** Undefined leaves the item in the series that it is in. */
  seriesId: string | null | undefined;
}

export interface PlannedBatch {
  rows: PlannedRow[];
  problems: CsvProblem[];
  /** Rows that cannot be brought in although they can be read. */
  refused: GoodRow[];
}

/**
 * What some rows of a file change. `series` holds the ingest ids of the series that the file itself brings: they count
 * as there, because they come first.
 */
export async function planBatch(
  tx: Tx,
  ownerId: string,
  batch: readonly GoodRow[],
  context: { groups: Groups; series: ReadonlySet<string> },
): Promise<PlannedBatch> {
  const known = await knownItems(
    tx,
    ownerId,
    batch.map(({ row }) => row.ingestId),
  );
  const named = [...new Set(batch.flatMap(({ row }) => row.seriesIngestId ?? []))];
  const series = await knownSeries(tx, ownerId, named);
  const planned: PlannedBatch = { rows: [], problems: [], refused: [] };
  for (const good of batch) {
    const { row, line } = good;
    const item = known.get(row.ingestId) ?? null;
    const plan = planRow(row, item, (name) => staticGroup(context.groups, name)?.name);
    const tell = (severity: CsvProblem["severity"], { column, message }: CellProblem) =>
      planned.problems.push({ line, column, severity, ingestId: row.ingestId, message });
    const refusals = [...(plan.refusal ? [plan.refusal] : []), ...refusalsOf(plan, series, context.series)];
    if (refusals.length > 0) {
      for (const refusal of refusals) tell("error", refusal);
      planned.refused.push(good);
      continue;
    }
    for (const warning of plan.warnings) tell("warning", warning);
    const wanted = plan.seriesIngestId;
    const seriesId = wanted ? (series.get(wanted) ?? null) : wanted;
    planned.rows.push({ itemId: item?.id ?? uuidv7(), row, plan, known: item, seriesId });
  }
  return planned;
}

function refusalsOf(plan: RowPlan, known: ReadonlyMap<string, string>, inFile: ReadonlySet<string>): CellProblem[] {
  const refusals: CellProblem[] = [];
  const wanted = plan.seriesIngestId;
  if (wanted && !known.has(wanted) && !inFile.has(wanted)) {
    const message = `there is no series “${wanted}”, neither in the library nor among the good rows of this file`;
    refusals.push({ column: "series_ingest_id", message });
  }
  for (const [column, url] of [
    ["source_url", plan.sourceUrl],
    ["poster_url", plan.posterUrl],
  ] as const) {
    try {
      if (url) judgeUrl(url);
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      refusals.push({ column, message: thrown.message });
    }
  }
  return refusals;
}
