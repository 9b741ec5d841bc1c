interface Work {
  status: string;
  progressPercent: number;
}

/** How far an import is as a whole, 0–100: bringing the file in is the first half, converting it the second. */
export function overallPercent(job: Work, item: Work): number {
  if (item.status === "ready") return 100;
  const fetched = job.status === "done" ? 100 : job.progressPercent;
  return Math.round((fetched + (job.status === "done" ? item.progressPercent : 0)) / 2);
}
