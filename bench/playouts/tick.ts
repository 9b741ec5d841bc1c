import { setTimeout as sleep } from "node:timers/promises";
import { closeDb, db } from "@/server/db";
import { commitDueAirings } from "@/server/playout/commit-due-airings";

/** Run as a process: plans all published channels, then lives through minutes of air as the worker does, and tells what they cost. */
export interface TickCost {
  /** CPU of this process per minute of air, in seconds. */
  cpuSeconds: number;
  /** The same of PostgreSQL's backends together. */
  databaseCpuSeconds: number;
  plansPerMinute: number;
  /** CPU of this process for one channel's first plan, in milliseconds. */
  firstPlanMs: number;
}

/** As in `worker/main.ts`. */
const TICK_MS = 5_000;
const minutes = Number(process.argv[2]);
const postmaster = Number(process.argv[3]);

const cpuSeconds = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
const { databaseCpu } = await import("../stage/cpu");

let nowMs = Date.now();
let planned = 0;
const beforePlans = cpuSeconds();
for (;;) {
  const { committed, failed } = await commitDueAirings(new Date(nowMs));
  if (failed > 0) throw new Error(`${failed} channels could not be planned`);
  if (committed === 0) break;
  planned += committed;
}
const firstPlanMs = ((cpuSeconds() - beforePlans) / Math.max(1, planned)) * 1000;
await db.$executeRaw`ANALYZE`;
await sleep(1000);

const before = cpuSeconds();
const databaseBefore = await databaseCpu(postmaster);
let plans = 0;
const endMs = nowMs + minutes * 60_000;
for (; nowMs < endMs; nowMs += TICK_MS) plans += (await commitDueAirings(new Date(nowMs))).committed;
const cost: TickCost = {
  cpuSeconds: (cpuSeconds() - before) / minutes,
  databaseCpuSeconds: ((await databaseCpu(postmaster)) - databaseBefore) / minutes,
  plansPerMinute: plans / minutes,
  firstPlanMs,
};
process.stdout.write(JSON.stringify(cost));
await closeDb();
