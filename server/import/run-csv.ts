import { AppError } from "@/core/errors";
import { CsvJobInput, CsvJobResult, type CsvProblem } from "@/core/import/csv-contract";
import { type Groups, groupsOf } from "../content-groups/static-groups";
import { db, type Tx } from "../db";
import { failJob } from "../jobs/fail-job";
import { TRANSACTION } from "../schedule/transaction";
import { storage } from "../storage/create-storage";
import { tellImportFinished } from "../webhooks/tell-import";
import { type CsvFile, openCsv } from "./csv-file";
import { enqueueImports } from "./enqueue-imports";
import { type CsvIndex, type GoodRow, goodRows, indexCsv, MAX_PROBLEMS } from "./index-csv";
import { type PlannedBatch, planBatch } from "./plan-batch";
import { writeBatch } from "./write-batch";

/** Large enough to be quick, small enough that nobody waits for its locks. */
const BATCH_ROWS = 500;

/** The job was cancelled, or another worker runs it. */
class CsvLost extends Error {}

interface CsvRun {
  jobId: string;
  /** Made anew by every run. */
  attempt: number;
  ownerId: string;
  input: CsvJobInput;
  groups: Groups;
  index: CsvIndex;
  result: CsvJobResult;
  /** Warnings about groups that do not exist are told once for each name. */
  told: Set<string>;
}

/**
 * Checks a catalogue file or, unless it is a dry run, brings its rows in. Each batch of rows is written in one
 * transaction with the count of what is done, so that a run that another one takes over is carried on and not repeated.
 * What is wrong with the file ends the job; any other error is thrown, to be tried again.
 */
export async function runCsv(jobId: string, folder: string, signal: AbortSignal): Promise<void> {
  const [job] = await db.job.updateManyAndReturn({
    where: { id: jobId, kind: "csv", status: { in: ["queued", "running"] } },
    data: { status: "running", attempt: { increment: 1 } },
  });
  if (!job) return;
  const input = CsvJobInput.parse(job.input);
  try {
    const file = await openCsv(await storage().fetchFile(input.key, folder));
    const index = await indexCsv(file);
    const earlier = CsvJobResult.safeParse(job.result);
    const result = earlier.success && !input.dryRun ? earlier.data : newResult(file, index);
    const groups = await groupsOf(db, job.ownerId);
    const { ownerId, attempt } = job;
    const run: CsvRun = { jobId, attempt, ownerId, input, groups, index, result, told: new Set() };
    await recordReading(run);
    await planAll(run, file, signal);
    await db.$transaction(async (tx) => {
      const [done] = await tx.job.updateManyAndReturn({
        where: { id: jobId, status: "running", attempt },
        data: { status: "done", progressPercent: 100, result: run.result },
      });
      if (done) await tellImportFinished(tx, done);
    });
    if (!input.dryRun) await storage().remove(input.key);
  } catch (thrown) {
    if (thrown instanceof CsvLost) return;
    if (!(thrown instanceof AppError) || thrown.code === "server.unavailable") throw thrown;
    await failJob(jobId, thrown);
  }
}

function newResult(file: CsvFile, index: CsvIndex): CsvJobResult {
  const { encoding, delimiter, header } = file;
  const { rows, skipped, errors } = index;
  const counts = { rows, skipped, errors, created: 0, updated: 0, unchanged: 0, imports: 0, warnings: 0 };
  return { rowsDone: 0, summary: { encoding, delimiter, unknownColumns: header.unknown, ...counts } };
}

/** What reading alone found. A run that begins anew forgets what an earlier one found. */
async function recordReading(run: CsvRun): Promise<void> {
  await db.$transaction(async (tx) => {
    await hold(tx, run);
    const anew = run.result.rowsDone === 0 ? {} : { stage: "reading" };
    await tx.csvProblem.deleteMany({ where: { jobId: run.jobId, ...anew } });
    await insertProblems(tx, run.jobId, "reading", run.index.problems);
    await tx.job.update({ where: { id: run.jobId }, data: { result: run.result, progressPercent: 10 } });
  }, TRANSACTION);
}

async function planAll(run: CsvRun, file: CsvFile, signal: AbortSignal): Promise<void> {
  const done = run.result.rowsDone;
  let seen = 0;
  let batch: GoodRow[] = [];
  for await (const good of goodRows(file, run.index)) {
    seen++;
    if (seen <= done) continue;
    // Series are there before the batch that belongs to them.
    const isOther = batch[0] && (batch[0].row.type === "series") !== (good.row.type === "series");
    if (isOther || batch.length === BATCH_ROWS) {
      await planOne(run, batch);
      batch = [];
      signal.throwIfAborted();
    }
    batch.push(good);
  }
  if (batch.length > 0) await planOne(run, batch);
}

async function planOne(run: CsvRun, batch: readonly GoodRow[]): Promise<void> {
  const { jobId, ownerId, groups, index, input } = run;
  const { next, jobIds } = await db.$transaction(async (tx) => {
    await hold(tx, run);
    const planned = await planBatch(tx, ownerId, batch, { groups, series: index.series });
    const problems = planned.problems.filter((problem) => isNews(run, problem));
    const place = { ownerId, batchId: jobId, groups };
    const jobIds = input.dryRun ? [] : await writeBatch(tx, place, planned.rows, new Date());
    const next = advanced(run.result, batch.length, planned, problems);
    await insertProblems(tx, jobId, "planning", problems.slice(0, Math.max(0, MAX_PROBLEMS - told(run.result))));
    const progressPercent = 10 + Math.round((90 * next.rowsDone) / Math.max(1, index.good));
    await tx.job.update({ where: { id: jobId }, data: { result: next, progressPercent } });
    // A series that was refused is none that others could belong to.
    for (const { row } of planned.refused) index.series.delete(row.ingestId);
    return { next, jobIds };
  }, TRANSACTION);
  run.result = next;
  await enqueueImports(jobIds);
}

/**
 * Holds the owner's imports and the job until the transaction ends, so that two files never make one item twice.
 * @throws CsvLost when the job is no longer this run's
 */
async function hold(tx: Tx, run: CsvRun): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('csv'), hashtext(${run.ownerId}))`;
  const [job] = await tx.$queryRaw<{ status: string; attempt: number }[]>`
    SELECT status::text, attempt FROM job WHERE id = ${run.jobId}::uuid FOR UPDATE`;
  if (job?.status !== "running" || job.attempt !== run.attempt) throw new CsvLost();
}

function isNews(run: CsvRun, problem: CsvProblem): boolean {
  if (problem.column !== "content_groups") return true;
  if (run.told.has(problem.message)) return false;
  run.told.add(problem.message);
  return true;
}

function told({ summary }: CsvJobResult): number {
  return summary.errors + summary.warnings;
}

function advanced(before: CsvJobResult, rows: number, planned: PlannedBatch, problems: CsvProblem[]): CsvJobResult {
  const { summary } = before;
  const planCount = (action: string) => planned.rows.filter(({ plan }) => plan.action === action).length;
  const problemCount = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
  return {
    rowsDone: before.rowsDone + rows,
    summary: {
      ...summary,
      created: summary.created + planCount("create"),
      updated: summary.updated + planCount("update"),
      unchanged: summary.unchanged + planCount("unchanged"),
      skipped: summary.skipped + planned.refused.length,
      imports: summary.imports + planned.rows.filter(({ plan }) => plan.sourceUrl ?? plan.posterUrl).length,
      errors: summary.errors + problemCount("error"),
      warnings: summary.warnings + problemCount("warning"),
    },
  };
}

/** In one statement, however many there are. */
async function insertProblems(tx: Tx, jobId: string, stage: string, problems: readonly CsvProblem[]): Promise<void> {
  if (problems.length === 0) return;
  const rows = JSON.stringify(problems.map(({ ingestId, ...rest }) => ({ ...rest, ingest_id: ingestId })));
  await tx.$executeRaw`
    INSERT INTO csv_problem (job_id, stage, line, "column", severity, ingest_id, message)
    SELECT ${jobId}::uuid, ${stage}, line, "column", severity, ingest_id, message
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS problem(line int, "column" text, severity text, ingest_id text, message text)`;
}
