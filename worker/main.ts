import { Worker } from "bullmq";
import { closeDb } from "@/server/db";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { commitDueAirings } from "@/server/playout/commit-due-airings";
import { closeQueues, enqueue } from "@/server/queue/enqueue";
import type { QueueName } from "@/server/queue/jobs";
import { closeRedis, openRedis } from "@/server/redis";
import { extendAutofills } from "@/server/schedule/extend-autofill";
import { tellStartedAirings } from "@/server/webhooks/tell-started-airings";
import { warnOfGaps } from "@/server/webhooks/warn-of-gaps";
import { foldAudience } from "./fold-audience";
import { pauseBefore } from "./pause-before";
import { repeat } from "./repeat";
import { runJob, Stopping } from "./run-job";
import { WebhookPost } from "./webhook-post";

const TICK_MS = 5_000;
const FOLD_MS = 1_000;
const AUTOFILL_MS = 10_000;
const SWEEP_MS = 30_000;
const IDLE_SECONDS = 30;
const WEBHOOKS_MS = 1_000;
const GAPS_MS = 30_000;
const TIDY_MS = 6 * 3600 * 1000;
/** A stopping worker's jobs have so long to end; ffmpeg is killed at once, so only the database can be slow. */
const DRAIN_MS = 15_000;

const stopping = new AbortController();

const webhooks = new WebhookPost(stopping.signal);
const workers = [
  open("transcode", env().WORKER_CONCURRENCY),
  open("short", 4),
  open("import", env().IMPORT_CONCURRENCY),
];
const repeated = [
  repeat("committing airings", TICK_MS, async () => {
    await commitDueAirings(new Date());
  }),
  repeat("counting the audience", FOLD_MS, () => foldAudience(stopping.signal)),
  repeat("auto-filling", AUTOFILL_MS, async () => {
    await extendAutofills(new Date());
  }),
  repeat("telling what begins", WEBHOOKS_MS, async () => {
    if ((await tellStartedAirings(new Date())) > 0) await webhooks.round();
  }),
  repeat("sending webhooks", WEBHOOKS_MS, () => webhooks.round()),
  repeat("looking for gaps", GAPS_MS, async () => {
    await warnOfGaps(new Date());
  }),
  repeat("sweeping", SWEEP_MS, () => enqueuePeriodic("sweep", SWEEP_MS)),
  repeat("tidying", TIDY_MS, () => enqueuePeriodic("tidy", TIDY_MS)),
];
log.info({ concurrency: env().WORKER_CONCURRENCY }, "worker started");

function open(name: QueueName, concurrency: number): Worker {
  const worker = new Worker(name, (job, token) => runJob(job, token, stopping.signal), {
    connection: openRedis({ maxRetriesPerRequest: null }),
    prefix: "lineup",
    concurrency,
    // A waiting worker is woken by the next job; asking again more often only costs an idle machine.
    drainDelay: IDLE_SECONDS,
    // A worker that was killed loses its job; jobs may run twice, so that is no reason to give one up.
    maxStalledCount: 1000,
    stalledInterval: 10_000,
    settings: { backoffStrategy: (attempt, _type, thrown) => pauseBefore(attempt, thrown) },
  });
  worker.on("error", (err) => log.warn({ err }, "the queue cannot be reached"));
  return worker;
}

/** Many workers ask for the same round; the id makes it one. */
async function enqueuePeriodic(name: "sweep" | "tidy", everyMs: number): Promise<void> {
  await enqueue(name, {}, `${name}-${Math.floor(Date.now() / everyMs)}`);
}

async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping.signal.aborted) return;
  log.info({ signal }, "worker stops");
  setTimeout(() => {
    log.error("the worker could not stop in time");
    process.exit(1);
  }, DRAIN_MS).unref();
  stopping.abort(new Stopping());
  await Promise.all(repeated.map((end) => end()));
  await webhooks.idle();
  await Promise.all(workers.map((worker) => worker.close()));
  await closeQueues();
  await closeRedis();
  await closeDb();
  process.exit(0);
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
process.on("unhandledRejection", (err) => log.error({ err }, "a promise failed and nobody looked"));
process.on("uncaughtException", (err) => {
  // Somewhere a function stopped half-way: nothing in memory can be trusted. The supervisor starts a new process.
  log.fatal({ err }, "unexpected error; the worker ends");
  process.exit(1);
});
