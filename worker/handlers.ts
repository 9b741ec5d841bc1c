import { TranscodeFailure } from "@/core/transcode/failure";
import { failJob } from "@/server/jobs/fail-job";
import type { JobName, JobPayload } from "@/server/queue/jobs";
import { runFill } from "@/server/schedule/run-fill";
import { csv } from "./jobs/csv";
import { frame } from "./jobs/frame";
import { giveBackImport, giveUpImport, importItem, mayRetryImport } from "./jobs/import";
import { purge } from "./jobs/purge";
import { sweep, tidy } from "./jobs/sweep";
import { giveUpTranscode, returnTranscode, transcode } from "./jobs/transcode";

interface Handler<N extends JobName> {
  /** Does the work; throws. The signal aborts when the worker stops. */
  run: (payload: JobPayload<N>, signal: AbortSignal) => Promise<void>;
  /** Whether another try may end differently; otherwise every failure is tried again. */
  retries?: (thrown: unknown) => boolean;
  /** After the last try. */
  giveUp?: (payload: JobPayload<N>, thrown: unknown) => Promise<void>;
  /** Before another try, and when the worker stops in the middle. */
  giveBack?: (payload: JobPayload<N>) => Promise<void>;
}

/** Everything a worker can do, by the name of the job. */
export const HANDLERS: { [N in JobName]: Handler<N> } = {
  transcode: {
    run: transcode,
    retries: (thrown) => !(thrown instanceof TranscodeFailure) || thrown.retry,
    giveUp: giveUpTranscode,
    giveBack: returnTranscode,
  },
  purge: { run: purge },
  fill: { run: ({ jobId }) => runFill(jobId), giveUp: ({ jobId }, thrown) => failJob(jobId, thrown) },
  frame: { run: frame, giveUp: ({ jobId }, thrown) => failJob(jobId, thrown) },
  csv: { run: csv, giveUp: ({ jobId }, thrown) => failJob(jobId, thrown) },
  import: { run: importItem, retries: mayRetryImport, giveUp: giveUpImport, giveBack: giveBackImport },
  sweep: { run: sweep },
  tidy: { run: tidy },
};
