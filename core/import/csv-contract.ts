import { z } from "zod";
import { Id, listOf, pageQuery, Text } from "../contract";

export const StartCsvQuery = z.object({
  /** Only say what would happen. */
  dryRun: z.stringbool().default(false),
  /** The name that the file has where it comes from. */
  filename: Text.trim().min(1).max(200).default("catalogue.csv"),
});
export type StartCsvQuery = z.infer<typeof StartCsvQuery>;

/** The `input` of a `csv` job. */
export const CsvJobInput = z.object({
  dryRun: z.boolean(),
  filename: z.string(),
  /** Storage key of the file. */
  key: z.string(),
  sizeBytes: z.int(),
});
export type CsvJobInput = z.infer<typeof CsvJobInput>;

/** What was found and done, in rows. */
export const CsvSummary = z.object({
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]),
  delimiter: z.string(),
  /** Columns that mean nothing here and were left out. */
  unknownColumns: z.array(z.string()),
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** Rows that were left out because something in them is wrong. */
  skipped: z.int(),
  /** Files and pictures that are fetched. */
  imports: z.int(),
  errors: z.int(),
  warnings: z.int(),
});
export type CsvSummary = z.infer<typeof CsvSummary>;

/** The `result` of a `csv` job: the summary so far and where to go on after an interruption. */
export const CsvJobResult = z.object({
  summary: CsvSummary,
  /** Rows that are planned, and done unless it is a dry run. */
  rowsDone: z.int(),
});
export type CsvJobResult = z.infer<typeof CsvJobResult>;

export const CsvProblem = z.object({
  /** Line of the file, from 1, where the row begins. */
  line: z.int(),
  column: z.string().nullable(),
  severity: z.enum(["error", "warning"]),
  ingestId: z.string().nullable(),
  message: z.string(),
});
export type CsvProblem = z.infer<typeof CsvProblem>;

export const CsvReport = z.object({
  id: Id,
  status: z.enum(["queued", "running", "done", "failed"]),
  progressPercent: z.number(),
  dryRun: z.boolean(),
  filename: z.string(),
  sizeBytes: z.int(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** Null until the file has been read. */
  summary: CsvSummary.nullable(),
  problems: listOf(CsvProblem),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type CsvReport = z.infer<typeof CsvReport>;

export const CsvReportQuery = z.object({ ...pageQuery, severity: z.enum(["error", "warning"]).optional() });
export type CsvReportQuery = z.infer<typeof CsvReportQuery>;

export const ExportQuery = z.object({
  /** Begin with the mark by which Excel knows that a file is UTF-8. */
  excel: z.stringbool().default(false),
});
