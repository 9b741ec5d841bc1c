import { type Job, UnrecoverableError, WaitingError } from "bullmq";
import { callContext, log } from "@/server/log";
import { JOBS, type JobName } from "@/server/queue/jobs";
import { HANDLERS } from "./handlers";

/** The worker stops; its jobs go back to the queue. */
export class Stopping extends Error {
  override readonly name = "Stopping";
}

/**
 * Runs one job and decides what its failure means, so that no handler has to: back to the queue when the worker
 * stops, another try after a pause when that may help, else the end.
 */
export async function runJob(job: Job, token: string | undefined, stopping: AbortSignal): Promise<void> {
  await callContext.run({ jobId: job.id }, async () => {
    if (!isJobName(job.name)) throw new UnrecoverableError(`there is no job named ${job.name}`);
    await runNamed(job.name, job, token, stopping);
  });
}

async function runNamed<N extends JobName>(name: N, job: Job, token: string | undefined, stopping: AbortSignal) {
  const handler = HANDLERS[name];
  const payload = JOBS[name].parse(job.data) as Parameters<typeof handler.run>[0];
  const startedAt = performance.now();
  try {
    await handler.run(payload, stopping);
    log.debug({ job: name, ms: Math.round(performance.now() - startedAt) }, "job done");
  } catch (thrown) {
    if (stopping.aborted) {
      await handler.giveBack?.(payload);
      await job.moveToWait(token);
      throw new WaitingError();
    }
    const again = (handler.retries?.(thrown) ?? true) && job.attemptsMade + 1 < (job.opts.attempts ?? 1);
    log[again ? "warn" : "error"]({ err: thrown, job: name, payload, again }, "job failed");
    if (again) {
      await handler.giveBack?.(payload);
      throw thrown;
    }
    await handler.giveUp?.(payload, thrown);
    throw new UnrecoverableError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOBS, name);
}
