import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { median, type Row } from "../bench";
import { exactCpu } from "../stage/cpu";
import type { Stage } from "../stage/stage";
import { memoryMiB } from "../uploads/memory";
import type { Engine } from "./engine";
import type { TickCost } from "./tick";

/** Processes compile what they use often during their first seconds. */
const WARM_UP_MS = 20_000;
const SETTLE_MS = 3_000;
const WATCH_MS = 15_000;
/** Without and with channels in turn; the middle of the differences counts. */
const TURNS = 4;
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
    await sleep(WARM_UP_MS);
    theirs.set(count, await watch([server.pid]));
    server.child.kill("SIGKILL");
  }
  const front = await stage.startFront({ alone: true });
  const worker = stage.start("worker/main.ts");
  const pids = [front.pid, worker.pid ?? 0];
  await sleep(WARM_UP_MS);
  const rows: Row[] = [];
  for (const count of COUNTS) rows.push(...idleRow(count, await beyondNone(stage, pids, count), theirs, tick));
  front.child.kill("SIGKILL");
  worker.kill("SIGKILL");
  return rows;
}

function idleRow(count: number, ours: Idle, theirs: ReadonlyMap<number, Idle>, tick: TickCost): Row[] {
  const measured = Math.min(count, MOST_OF_ENGINE);
  const yardstick = theirs.get(measured)!;
  const planning = (tick.cpuSeconds * 1000) / 10_000;
  return [
    {
      what: `CPU per channel and minute while ${count} are not watched, against the engine with ${measured}`,
      ours: (Math.max(0, ours.cpu) * 1000) / count + planning,
      yardstick: (yardstick.cpu * 1000) / measured,
      unit: "ms",
      goal: { atMost: 1 / 20 },
    },
    {
      what: `Memory of origin and worker with ${count} channels, against the engine with ${measured}`,
      ours: ours.memoryMiB,
      yardstick: yardstick.memoryMiB,
      unit: "MiB",
    },
  ];
}

/** The CPU of the processes with so many channels on the air less that without any, and their memory. */
async function beyondNone(stage: Stage, pids: number[], count: number): Promise<Idle> {
  const differences: number[] = [];
  let memory = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    await putOnAir(stage, 0);
    const none = await watch(pids);
    await putOnAir(stage, count);
    const some = await watch(pids);
    differences.push(some.cpu - none.cpu);
    memory = some.memoryMiB;
  }
  return { cpu: median(differences), memoryMiB: memory };
}

/** So many channels are published, the others are taken off the air. */
async function putOnAir(stage: Stage, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: stage.databaseUrl });
  await client.connect();
  await client.query(
    `UPDATE channel SET status = (CASE WHEN split_part(slug, '-', 2)::int <= $1 THEN 'published' ELSE 'draft' END)::channel_status`,
    [count],
  );
  await client.query("DELETE FROM plan_change");
  await client.end();
}

async function watch(pids: number[]): Promise<Idle> {
  const sum = async (figure: (pid: number) => Promise<number>) =>
    (await Promise.all(pids.map(figure))).reduce((total, value) => total + value, 0);
  await sleep(SETTLE_MS);
  const before = await sum(exactCpu);
  const startedAt = performance.now();
  await sleep(WATCH_MS);
  const cpu = (((await sum(exactCpu)) - before) * 60_000) / (performance.now() - startedAt);
  return { cpu, memoryMiB: await sum(memoryMiB) };
}
