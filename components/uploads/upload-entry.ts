/**
 * Where an upload stands: `waiting` for the network, `failed` for the creator, `interrupted` for its file to be
 * picked again after a reload.
 */
export type UploadState = "queued" | "starting" | "sending" | "paused" | "waiting" | "failed" | "interrupted" | "done";

/** One upload as it is shown. */
export interface UploadEntry {
  key: string;
  name: string;
  sizeBytes: number;
  sentBytes: number;
  state: UploadState;
  /** What is wrong and what happens next. */
  message: string | null;
  contentItemId: string | null;
  bytesPerSecond: number | null;
}

/** Bytes move, or will without anybody's doing. */
export function isMoving({ state }: UploadEntry): boolean {
  return state === "queued" || state === "starting" || state === "sending" || state === "waiting";
}

/** Not to be added a second time. */
export function isOpen(entry: UploadEntry): boolean {
  return isMoving(entry) || entry.state === "paused";
}

export interface UploadTotals {
  sizeBytes: number;
  sentBytes: number;
  bytesPerSecond: number;
  moving: number;
  done: number;
  /** Failed or interrupted: somebody must do something. */
  stuck: number;
}

/** All uploads as one, leaving out those that wait for a decision. */
export function totalsOf(entries: readonly UploadEntry[]): UploadTotals {
  const totals = { sizeBytes: 0, sentBytes: 0, bytesPerSecond: 0, moving: 0, done: 0, stuck: 0 };
  for (const entry of entries) {
    if (entry.state === "failed" || entry.state === "interrupted") totals.stuck += 1;
    if (entry.state === "done") totals.done += 1;
    if (isMoving(entry)) totals.moving += 1;
    if (!isOpen(entry) && entry.state !== "done") continue;
    totals.sizeBytes += entry.sizeBytes;
    totals.sentBytes += entry.sentBytes;
    totals.bytesPerSecond += entry.bytesPerSecond ?? 0;
  }
  return totals;
}
