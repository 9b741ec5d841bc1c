import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { median, type Row } from "./bench";
import { Balancer } from "./soaks/balancer";
import { keepChecking } from "./soaks/checkers";
import type { Edits } from "./soaks/editor";
import { Player } from "./soaks/player";
import type { SoakStage } from "./soaks/seed-soak";
import { type Server, type Stage, setStage } from "./stage/stage";
import { memoryMiB } from "./uploads/memory";

export const name = "Soak";
export const goal =
  "50 channels, 500 players' worth of requests, two web processes of which one is killed every minute, edits all the time: no fault, no 5xx, flat memory. Minutes as argument: npm run bench soak 30.";
/** It lasts too long to be part of a plain `npm run bench`. */
export const onlyByName = true;

const CHANNELS = 50;
const PLAYERS = 500;
const CHECKERS = 6;
const DEFAULT_MINUTES = 30;
const KILL_EVERY_MS = 60_000;
const DOWN_MS = 1_000;
const SAMPLE_MS = 10_000;
const RENDITIONS = ["1080p", "720p", "480p", "360p"];

export async function run([minutes = DEFAULT_MINUTES]: readonly number[]): Promise<Row[]> {
  const stage = await setStage("soak");
  try {
    const made = await stage.ask<SoakStage>("bench/soaks/seed-soak.ts", [String(CHANNELS)]);
    const worker = stage.start("worker/main.ts");
    const steady = await stage.startFront();
    const killed = await stage.startFront({ alone: true });
    let editor: ChildProcess | undefined;
    const onStart = (child: ChildProcess) => {
      editor = child;
    };
    const edits = stage.ask<Edits>("bench/soaks/editor.ts", [JSON.stringify(made)], { onStart });
    const endEdits = () => {
      editor?.kill("SIGTERM");
      return edits;
    };
    return await soak({ stage, made, steady, killed, workerPid: worker.pid ?? 0, minutes, endEdits });
  } finally {
    await stage.clear();
  }
}

interface Scene {
  stage: Stage;
  made: SoakStage;
  steady: Server;
  killed: Server;
  workerPid: number;
  minutes: number;
  endEdits(): Promise<Edits>;
}

async function soak({ stage, made, steady, killed, workerPid, minutes, endEdits }: Scene): Promise<Row[]> {
  const endAtMs = Date.now() + minutes * 60_000;
  const leftMs = () => endAtMs - Date.now();
  const isOver = () => leftMs() <= 0;
  const balancer = new Balancer([steady.port, killed.port]);
  const faults: string[] = [];
  const complain = (fault: string) => {
    faults.push(fault);
    if (faults.length <= 20) console.log(`  ${new Date().toISOString()} ${fault}`);
  };
  const slugs = made.channels.map((channel) => channel.slug);
  const players = Array.from({ length: PLAYERS }, (_, index) => {
    const player = new Player(balancer, slugs[index % slugs.length]!, RENDITIONS[index % RENDITIONS.length]!, complain);
    return player.play(isOver, sleep);
  });
  const checkers = Array.from({ length: CHECKERS }, (_, index) => {
    const own = slugs.filter((_slug, place) => place % CHECKERS === index);
    return keepChecking(own, balancer, leftMs, complain);
  });
  const memory = { web: [] as number[], worker: [] as number[] };
  const sampling = (async () => {
    for (; !isOver(); await sleep(SAMPLE_MS)) {
      memory.web.push(await memoryMiB(steady.pid));
      memory.worker.push(await memoryMiB(workerPid));
    }
  })();
  const kills = await killEveryMinute(stage, killed, leftMs);
  await Promise.all([...players, sampling]);
  const checks = (await Promise.all(checkers)).reduce((sum, count) => sum + count, 0);
  const edits = await endEdits();
  balancer.close();
  for (const error of balancer.serverErrors.slice(0, 10)) console.log(`  ${error}`);
  for (const failure of edits.failures) console.log(`  an edit failed: ${failure}`);
  console.log(
    `  ${balancer.answers} answers, ${balancer.retries} connections tried again, ${kills} kills, ${checks} checks of a channel, ${edits.made} edits made and ${edits.refused} refused`,
  );
  const none = (what: string, ours: number): Row => ({ what, ours, yardstick: 1, unit: "", goal: { atMost: 0 } });
  return [
    none("Faults that checker and players found", faults.length),
    none("Answers with a status of 500 or more", balancer.serverErrors.length),
    none("Edits that failed", edits.failures.length),
    flat("Memory of the web process that lives on, last third against second", memory.web),
    flat("Memory of the worker, last third against second", memory.worker),
  ];
}

/** Ends the process without warning and starts it again on the same port, as a supervisor does. */
async function killEveryMinute(stage: Stage, first: Server, leftMs: () => number): Promise<number> {
  let kills = 0;
  let server = first;
  while (leftMs() > KILL_EVERY_MS) {
    await sleep(KILL_EVERY_MS - DOWN_MS);
    server.child.kill("SIGKILL");
    await once(server.child, "exit");
    kills++;
    await sleep(DOWN_MS);
    server = await stage.startFront({ alone: true, port: first.port });
  }
  await sleep(Math.max(0, leftMs()));
  return kills;
}

/** The first third is left out: code is compiled and caches fill in it. */
function flat(what: string, samples: readonly number[]): Row {
  const third = Math.floor(samples.length / 3);
  const [second, last] = [samples.slice(third, 2 * third), samples.slice(2 * third)];
  return { what, ours: median(last), yardstick: median(second), unit: "MiB", goal: { atMost: 1.1 } };
}
