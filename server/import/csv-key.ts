/** Folder of catalogue files that wait to be brought in. Private. */
export const CSV_PREFIX = "imports/";

/** Where the file of a job lies. */
export function csvKey(jobId: string): string {
  return `${CSV_PREFIX}${jobId}.csv`;
}
