import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Row } from "../bench";
import { processCpu } from "../stage/cpu";
import type { Server, Stage } from "../stage/stage";
import { memoryMiB } from "../uploads/memory";
import type { Engine } from "./engine";
import type { TickCost } from "./tick";

const SETTLE_MS = 10_000;
const WATCH_MS = 30_000;
const COUNTS = [100, 1_000, 10_000];
/** More of them do not fit into the memory of a small machine. */
const MOST_OF_ENGINE = 1_000;

interface Idle {
  /** CPU seconds a minute, of all processes. */
  cpu: number;
  memoryMiB: number;
}

/**
 * What published channels cost while nobody watches: origin and worker together beyond what they need with no channel,
 * and the plans that come due in longer times than are measured here; against the engine, as far as that goes.
 */
export async function idleRows(stage: Stage, engine: Engine, tick: TickCost): Promise<Row[]> {
  const theirs = new Map<number, Idle>();
  for (const count of COUNTS.filter((each) => each <= MOST_OF_ENGINE)) {
    const server = await engine.start(stage, count);
    theirs.set(count, await watch([server.pid]));
    server.child.kill("SIGKILL");
  }
  const none = await own(stage, 0);
  const rows: Row[] = [];
  for (const count of COUNTS) {
    const ours = await own(stage, count);
    const measured = Math.min(count, MOST_OF_ENGINE);
    const yardstick = theirs.get(measured)!;
    const planning = (tick.cpuSeconds * 1000) / 10_000;
    const mine = (Math.max(0, ours.cpu - none.cpu) * 1000) / count + planning;
    rows.push({
      what: `CPU per channel and minute while ${count} are not watched, against the engine with ${measured}`,
      ours: mine,
      yardstick: (yardstick.cpu * 1000) / measured,
      unit: "ms",
      goal: { atMost: 1 / 20 },
    });
    rows.push({
      what: `Memory of origin and worker with ${count} channels, against the engine with ${measured}`,
      ours: ours.memoryMiB,
      yardstick: yardstick.memoryMiB,
      unit: "MiB",
    });
  }
  return rows;
}

/** Origin and worker with so many published channels; the others are taken off the air. */
async function own(stage: Stage, published: number): Promise<Idle> {
  const client = new pg.Client({ connectionString: stage.databaseUrl });
  await client.connect();
  await client.query(
    `UPDATE channel SET status = (CASE WHEN split_part(slug, '-', 2)::int <= $1 THEN 'published' ELSE 'draft' END)::channel_status`,
    [published],
  );
  await client.query("DELETE FROM plan_change");
  await client.end();
  const front: Server = await stage.startFront({ alone: true });
  const worker = stage.start("worker/main.ts");
  try {
    return await watch([front.pid, worker.pid ?? 0]);
  } finally {
    front.child.kill("SIGKILL");
    worker.kill("SIGKILL");
  }
}

async function watch(pids: number[]): Promise<Idle> {
  const sum = async (figure: (pid: number) => Promise<number>) =>
    (await Promise.all(pids.map(figure))).reduce((total, value) => total + value, 0);
  await sleep(SETTLE_MS);
  const before = await sum(processCpu);
  await sleep(WATCH_MS);
  return { cpu: (((await sum(processCpu)) - before) * 60_000) / WATCH_MS, memoryMiB: await sum(memoryMiB) };
}
