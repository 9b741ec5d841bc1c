import { stringify } from "csv-stringify/sync";
import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { guarded } from "@/core/import/csv-cells";
import { CSV_COLUMNS } from "@/core/import/csv-columns";
import { exportRow, TEMPLATE_ROWS } from "@/core/import/csv-export-row";
import { db } from "../db";
import { problemView } from "./get-csv-report";
import { catalogueAfter } from "./known-items";

const AT_ONCE = 500;
/** The mark by which Excel knows that a file is UTF-8. */
const MARK = "\uFEFF";
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** The whole catalogue as a file that would change nothing if it were brought in again, part by part. */
export async function* exportCatalogue(actor: Actor, { excel }: { excel: boolean }): AsyncGenerator<string> {
  yield (excel ? MARK : "") + lines([CSV_COLUMNS]);
  let after = BEFORE_ALL;
  for (;;) {
    const items = await catalogueAfter(db, actor.userId, after, AT_ONCE);
    if (items.length > 0) yield lines(items.map(exportRow));
    if (items.length < AT_ONCE) return;
    after = items.at(-1)?.id ?? after;
  }
}

/** A file to begin with: the header and some rows that show every column. */
export function* templateCsv({ excel }: { excel: boolean }): Generator<string> {
  yield (excel ? MARK : "") + lines(TEMPLATE_ROWS);
}

/**
 * All that is wrong with a catalogue file, as a file.
 * @throws resource.not_found
 */
export async function exportProblems(actor: Actor, jobId: string): Promise<AsyncGenerator<string>> {
  const job = await db.job.findFirst({
    where: { id: jobId, ownerId: actor.userId, kind: "csv" },
    select: { id: true },
  });
  if (!job) throw notFound("The import");
  return problemLines(jobId);
}

async function* problemLines(jobId: string): AsyncGenerator<string> {
  yield MARK + lines([["line", "column", "severity", "ingest_id", "message"]]);
  for (let skip = 0; ; skip += AT_ONCE) {
    const rows = await db.csvProblem.findMany({
      where: { jobId },
      orderBy: [{ line: "asc" }, { id: "asc" }],
      skip,
      take: AT_ONCE,
    });
    const cells = rows
      .map(problemView)
      .map(({ line, column, severity, ingestId, message }) => [
        String(line),
        column ?? "",
        severity,
        guarded(ingestId ?? ""),
        guarded(message),
      ]);
    if (cells.length > 0) yield lines(cells);
    if (cells.length < AT_ONCE) return;
  }
}

/** Rows as RFC 4180 writes them. */
function lines(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: "windows" });
}
