import { killRun } from "./audiences/kill-run";
import { listenerRows } from "./audiences/listeners";
import type { SeededAudience } from "./audiences/seed";
import type { SummaryTime } from "./audiences/summary-time";
import { throughputRows } from "./audiences/throughput";
import type { Row } from "./bench";
import { type Stage, setStage } from "./stage/stage";

export const name = "Audience";
export const goal =
  "Beacons taken by one process, against bare node:http and 15,000 a second; 5,000 listeners of live figures and a summary over 100 million beacons against fixed goals; counts after kills against what was acknowledged.";

const KILLED_BEACONS = 200_000;
const KILL_ROUNDS = 3;
const SUMMARY_MS = 50;

const SPEED = ["beacons", "listeners", "summary"];
export const parts = [...SPEED, "kills"];

export async function run(_: readonly number[], wanted: ReadonlySet<string>): Promise<Row[]> {
  const speed = SPEED.some((part) => wanted.has(part)) ? await speedRows(wanted) : [];
  return [...speed, ...(wanted.has("kills") ? await killRows() : [])];
}

async function speedRows(wanted: ReadonlySet<string>): Promise<Row[]> {
  const stage = await setStage("audience");
  try {
    const seeded = await stage.ask<SeededAudience>("bench/audiences/seed.ts");
    const throughput = wanted.has("beacons") ? await throughputRows(stage, seeded) : [];
    const listeners = wanted.has("listeners") ? await listenerRows(stage, seeded) : [];
    const summary = wanted.has("summary") ? [await summaryRow(stage)] : [];
    return [...throughput, ...listeners, ...summary];
  } finally {
    await stage.clear();
  }
}

async function summaryRow(stage: Stage): Promise<Row> {
  const { p95Ms } = await stage.ask<SummaryTime>("bench/audiences/summary-time.ts");
  const what = "Summary over the figures of 100 million beacons, p95";
  return { what, ours: p95Ms, yardstick: SUMMARY_MS, unit: "ms", goal: { atMost: 1 } };
}

/** On services of its own, in which nothing else was counted. */
async function killRows(): Promise<Row[]> {
  const stage = await setStage("audience-killed");
  try {
    const seeded = await stage.ask<SeededAudience>("bench/audiences/seed.ts");
    const { acknowledged, found } = await killRun(stage, seeded, { count: KILLED_BEACONS, rounds: KILL_ROUNDS });
    return (Object.keys(acknowledged) as (keyof typeof acknowledged)[]).flatMap((figure): Row[] => {
      const row = { what: `Counted after ${3 * KILL_ROUNDS} kills: ${figure}`, unit: "", ours: found[figure] };
      // Equal: neither more nor less.
      return [
        { ...row, yardstick: acknowledged[figure], goal: { atMost: 1 } },
        { ...row, yardstick: acknowledged[figure], goal: { atLeast: 1 } },
      ];
    });
  } finally {
    await stage.clear();
  }
}
