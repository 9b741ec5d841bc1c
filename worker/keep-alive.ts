import { log } from "@/server/log";

/** The item was deleted, asked for again, or taken over by another worker. */
export class RunLost extends Error {
  override readonly name = "RunLost";
}

const EVERY_MS = 1000;

/**
 * Writes a run's sign of life and progress once a second, and aborts its work when the item no longer belongs to it.
 * The signal also aborts when the worker stops.
 * @param record writes to the row; false when it belongs to somebody else now
 */
export function keepAlive<P>(
  record: (progress: P | null, now: Date) => Promise<boolean>,
  run: { contentItemId: string },
  stopping: AbortSignal,
) {
  const lost = new AbortController();
  let latest: P | null = null;
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
        if (!(await record(progress, new Date()))) return lost.abort(new RunLost());
      } catch (err) {
        // A database that is away for a moment is no reason to throw an hour of work away.
        log.warn({ err, contentItemId: run.contentItemId }, "a sign of life could not be written");
      }
    }
  })();
  return {
    signal: AbortSignal.any([stopping, lost.signal]),
    onProgress: (progress: P) => {
      latest = progress;
    },
    stop: async () => {
      ended = true;
      wake();
      await beating;
    },
  };
}
