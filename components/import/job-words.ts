import { formatBytes } from "@/components/ui/format-bytes";
import { formatDuration } from "@/components/ui/format-time";
import type { ImportProgress } from "@/core/import/job-input";
import type { JobState, ListedJob } from "@/core/import/job-list-contract";

export const STATE_WORDS: Record<JobState, string> = {
  queued: "Waiting",
  running: "Under way",
  done: "Done",
  failed: "Failed",
};

const STEP_WORDS: Record<ImportProgress["step"], string> = {
  waiting: "Waiting",
  looking: "Looking at the source",
  downloading: "Downloading",
  poster: "Fetching the picture",
  checking: "Checking the manifest",
  converting: "Converting",
};

/** What a job is doing, or how it ended, in one line: "Downloading 31 % · 12.4 MB of 40 MB · 3.1 MB/s". */
export function jobLine(job: ListedJob): string {
  if (job.status === "queued") return STATE_WORDS.queued;
  if (job.status === "failed") return job.error?.code === "job.cancelled" ? "Stopped" : STATE_WORDS.failed;
  if (job.csv) return csvLine(job, job.csv);
  if (job.item?.status === "blocked") return "Blocked by a moderator";
  if (job.status === "done") return job.item ? "Ready" : "Done; the item was deleted since";
  if (job.item?.status === "pending_transcode") return "Waiting to be converted";
  if (job.item?.status === "pending_moderation") return "In review";
  return job.item?.status === "transcoding" ? convertingLine(job) : fetchingLine(job);
}

function convertingLine({ progressPercent, convertingSpeed, secondsLeft }: ListedJob): string {
  return joined([
    `Converting ${Math.floor(progressPercent)} %`,
    convertingSpeed === null ? null : `${convertingSpeed.toFixed(1)}× real time`,
    secondsLeft === null ? null : `${formatDuration(secondsLeft)} left`,
  ]);
}

function fetchingLine({ progress }: ListedJob): string {
  if (!progress) return STATE_WORDS.running;
  const { step, receivedBytes: received, totalBytes: total, bytesPerSecond } = progress;
  const percent = received !== null && total ? ` ${Math.floor((100 * received) / total)} %` : "";
  const size =
    received === null ? null : total ? `${formatBytes(received)} of ${formatBytes(total)}` : formatBytes(received);
  const speed = bytesPerSecond === null ? null : `${formatBytes(bytesPerSecond)}/s`;
  return joined([STEP_WORDS[step] + percent, size, speed]);
}

function csvLine(job: ListedJob, { dryRun, summary }: NonNullable<ListedJob["csv"]>): string {
  const what = job.status === "done" ? (dryRun ? "Checked" : "Imported") : dryRun ? "Checking" : "Importing";
  if (job.status !== "done") return `${what} ${Math.floor(job.progressPercent)} %`;
  if (!summary) return what;
  return joined([
    what,
    `${summary.created.toLocaleString()} new`,
    `${summary.updated.toLocaleString()} changed`,
    summary.skipped > 0 ? `${summary.skipped.toLocaleString()} left out` : null,
  ]);
}

function joined(parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join(" · ");
}

/** Whose server it comes from, where it comes from one. */
export function hostOf(source: string): string | null {
  return URL.canParse(source) ? new URL(source).host : null;
}
