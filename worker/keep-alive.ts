import type { Progress } from "@/core/transcode/progress";
import type { TranscodeRun } from "@/server/content/mark-transcoding";
import { recordProgress } from "@/server/content/record-progress";
import { log } from "@/server/log";

/** The item was deleted, asked for again, or taken over by another worker. */
export class RunLost extends Error {
  override readonly name = "RunLost";
}

const EVERY_MS = 1000;

/**
 * Writes a run's sign of life and progress once a second, and aborts its work when the item no longer belongs to it.
 * The signal also aborts when the worker stops.
 */
export function keepAlive(run: TranscodeRun, stopping: AbortSignal) {
  const lost = new AbortController();
  let latest: Progress | null = null;
  let ended = false;
  let wake = () => {};
  const beating = (async () => {
    while (!ended) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, EVERY_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (ended) return;
      const progress = latest;
      latest = null;
      try {
        if (!(await recordProgress(run, progress, new Date()))) return lost.abort(new RunLost());
      } catch (err) {
        // A database that is away for a moment is no reason to throw an hour of encoding away.
        log.warn({ err, contentItemId: run.contentItemId }, "a sign of life could not be written");
      }
    }
  })();
  return {
    signal: AbortSignal.any([stopping, lost.signal]),
    onProgress: (progress: Progress) => {
      latest = progress;
    },
    stop: async () => {
      ended = true;
      wake();
      await beating;
    },
  };
}
