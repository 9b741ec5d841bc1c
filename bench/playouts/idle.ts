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
/** A whole number of all periods in which a worker looks round: else one look more or less is what is measured. */
const WATCH_MS = 30_000;
const COUNTS = [100, 1_000, 10_000];
/** In turn, so that each is set off against a machine in the same mood; a collection of garbage in one look is no cost of channels. */
const TURNS = Array.from({ length: 3 }, () => [0, ...COUNTS]).flat();
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
  const theirs = await idleEngines(stage, engine);
  const front = await stage.startFront({ alone: true });
  const worker = stage.start("worker/main.ts");
  const pids = [front.pid, worker.pid ?? 0];
  await sleep(WARM_UP_MS);
  const watched = new Map<number, Idle[]>();
  for (const count of TURNS) {
    await putOnAir(stage, count);
    watched.set(count, [...(watched.get(count) ?? []), await watch(pids)]);
  }
  front.child.kill("SIGKILL");
  worker.kill("SIGKILL");
  const none = middle(watched.get(0)!);
  return COUNTS.flatMap((count) => {
    const some = middle(watched.get(count)!);
    return idleRow(count, { ...some, cpu: some.cpu - none.cpu }, theirs, tick);
  });
}

/** By number of channels; those with few and with many run beside each other, since they are mostly idle. */
async function idleEngines(stage: Stage, engine: Engine): Promise<ReadonlyMap<number, Idle>> {
  const counts = COUNTS.filter((count) => count <= MOST_OF_ENGINE);
  const servers = await Promise.all(counts.map((count) => engine.start(stage, count)));
  await sleep(WARM_UP_MS);
  const watched = await Promise.all(servers.map(({ pid }) => watch([pid])));
  for (const { child } of servers) child.kill("SIGKILL");
  return new Map(counts.map((count, index) => [count, watched[index]!]));
}

function middle(watched: readonly Idle[]): Idle {
  return { cpu: median(watched.map(({ cpu }) => cpu)), memoryMiB: median(watched.map(({ memoryMiB }) => memoryMiB)) };
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
