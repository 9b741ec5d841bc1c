import { CsvJobInput, CsvJobResult } from "@/core/import/csv-contract";
import { ImportJobInput, ImportProgress } from "@/core/import/job-input";
import type { JobState, ListedJob } from "@/core/import/job-list-contract";
import type { Job } from "@/generated/prisma/client";
import { type ContentWithPictures, contentView } from "../content/content-view";

/** The reason of a job that its creator stopped. */
export const CANCELLED = { errorCode: "job.cancelled", errorMessage: "You stopped it." } as const;

/** A job with the item that it makes, in the state that `list-jobs` found. */
export function listedJobView(job: Job, row: ContentWithPictures | null, status: JobState): ListedJob {
  const item = row && row.status !== "deleted" ? contentView(row) : null;
  const isConverting = status === "running" && job.status === "done";
  const error = errorOf(job, status, item);
  return {
    id: job.id,
    kind: job.kind === "csv" ? "csv" : "import",
    status,
    progressPercent: isConverting ? (item?.progressPercent ?? 0) : job.progressPercent,
    progress: ImportProgress.safeParse(job.progress).data ?? null,
    convertingSpeed: isConverting ? (item?.progressSpeed ?? null) : null,
    secondsLeft: isConverting ? (item?.progressSecondsLeft ?? null) : null,
    ...sourceOf(job),
    item: item && {
      id: item.id,
      title: item.title,
      type: item.type,
      status: item.status,
      thumbnailUrl: item.thumbnailUrl,
    },
    error,
    warnings: job.warnings,
    canRetry: status === "failed" && (job.kind === "csv" ? error?.code !== "request.invalid" : item !== null),
    canCancel: job.status === "queued" || job.status === "running",
    createdAt: job.createdAt.toISOString(),
    updatedAt: job.updatedAt.toISOString(),
  };
}

function sourceOf(job: Job): Pick<ListedJob, "source" | "csv"> {
  if (job.kind === "csv") {
    const { filename, dryRun } = CsvJobInput.parse(job.input);
    return { source: filename, csv: { dryRun, summary: CsvJobResult.safeParse(job.result).data?.summary ?? null } };
  }
  const { source, posterUrl } = ImportJobInput.parse(job.input);
  return { source: source.kind === "none" ? (posterUrl ?? "") : source.url, csv: null };
}

function errorOf(job: Job, status: JobState, item: { error: ListedJob["error"] } | null): ListedJob["error"] {
  if (status !== "failed") return null;
  if (job.errorCode !== null) return { code: job.errorCode, message: job.errorMessage ?? "" };
  return item?.error ?? { code: "server.error", message: "The job failed on our side." };
}
