import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import {
  CsvJobInput,
  CsvJobResult,
  type CsvProblem,
  type CsvReport,
  type CsvReportQuery,
} from "@/core/import/csv-contract";
import type { CsvProblem as ProblemRow } from "@/generated/prisma/client";
import { db } from "../db";

/**
 * How far a catalogue file is, what it changes, and one page of what is wrong with it, in order of lines.
 * @throws resource.not_found
 */
export async function getCsvReport(actor: Actor, jobId: string, query: CsvReportQuery): Promise<CsvReport> {
  const job = await db.job.findFirst({ where: { id: jobId, ownerId: actor.userId, kind: "csv" } });
  if (!job) throw notFound("The import");
  const { dryRun, filename, sizeBytes } = CsvJobInput.parse(job.input);
  const result = CsvJobResult.safeParse(job.result);
  const where = { jobId, ...(query.severity && { severity: query.severity }) };
  const [total, problems] = await Promise.all([
    db.csvProblem.count({ where }),
    db.csvProblem.findMany({
      where,
      orderBy: [{ line: "asc" }, { id: "asc" }],
      skip: (query.page - 1) * query.per_page,
      take: query.per_page,
    }),
  ]);
  return {
    id: job.id,
    status: job.status,
    progressPercent: job.progressPercent,
    dryRun,
    filename,
    sizeBytes,
    error: job.errorCode === null ? null : { code: job.errorCode, message: job.errorMessage ?? "" },
    summary: result.success ? result.data.summary : null,
    problems: { items: problems.map(problemView), total, page: query.page, perPage: query.per_page },
    createdAt: job.createdAt.toISOString(),
    updatedAt: job.updatedAt.toISOString(),
  };
}

export function problemView({ line, column, severity, ingestId, message }: ProblemRow): CsvProblem {
  return { line, column, severity: severity === "error" ? "error" : "warning", ingestId, message };
}
