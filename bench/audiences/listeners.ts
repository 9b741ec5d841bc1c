import { readFile, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Row } from "../bench";
import type { Server, Stage } from "../stage/stage";
import type { SeededAudience } from "./seed";

const LISTENERS = 5_000;
const OPENED_AT_ONCE = 100;
const TICK_MS = 5_000;
const TICKS = 5;
const ALLOWED_BYTES = 20_000;
const ALLOWED_JITTER_MS = 250;

/** What 5,000 listeners of live figures cost the front server, and how evenly they hear. */
export async function listenerRows(stage: Stage, { token }: SeededAudience): Promise<Row[]> {
  const weightFile = path.join(stage.folder, "weight.json");
  const front = await stage.startFront({
    core: 0,
    flags: ["--expose-gc", "--import", "./bench/audiences/weigh-on-signal.mjs"],
    env: { WEIGHT_FILE: weightFile },
  });
  const [warm] = await Promise.all([listen(front.port, token)]);
  await sleep(TICK_MS);
  const before = await weigh(front, weightFile);
  const listeners: Listener[] = [];
  while (listeners.length < LISTENERS)
    listeners.push(...(await Promise.all(Array.from({ length: OPENED_AT_ONCE }, () => listen(front.port, token)))));
  await sleep(TICKS * TICK_MS + TICK_MS / 2);
  const after = await weigh(front, weightFile);
  const bytes = Math.max(after.resident - before.resident, after.used - before.used) / LISTENERS;
  // The first one or two were sent on joining, at any moment between two ticks.
  const gaps = listeners.flatMap(({ heardAtMs }) => heardAtMs.slice(2).map((at, index) => at - heardAtMs[index + 1]!));
  if (gaps.length < LISTENERS * (TICKS - 2)) throw new Error("listeners did not hear of every tick");
  const jitter = gaps.map((gap) => Math.abs(gap - TICK_MS)).sort((a, b) => a - b);
  for (const { socket } of [warm, ...listeners]) socket.destroy();
  front.child.kill("SIGKILL");
  return [
    {
      what: `Memory of the front server for each of ${LISTENERS} listeners`,
      ours: bytes,
      yardstick: ALLOWED_BYTES,
      unit: "bytes",
      goal: { atMost: 1 },
    },
    {
      what: "Deviation of their events from 5 s, p99",
      ours: jitter[Math.floor(jitter.length * 0.99)]!,
      yardstick: ALLOWED_JITTER_MS,
      unit: "ms",
      goal: { atMost: 1 },
    },
  ];
}

interface Listener {
  socket: Socket;
  heardAtMs: number[];
}

function listen(port: number, token: string): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const listener: Listener = { socket, heardAtMs: [] };
    socket.on("error", reject);
    socket.on("data", (bytes) => {
      const text = bytes.toString("latin1");
      if (text.startsWith("HTTP/1.1") && !text.startsWith("HTTP/1.1 200")) reject(new Error(text));
      if (!text.includes("event: kpi")) return;
      listener.heardAtMs.push(performance.now());
      resolve(listener);
    });
    socket.write(
      `GET /v1/creator/analytics/stream HTTP/1.1\r\nHost: lineup\r\nAuthorization: Bearer ${token}\r\nAccept: text/event-stream\r\n\r\n`,
    );
  });
}

interface Weight {
  resident: number;
  used: number;
}

/** What a server weighs in bytes once its garbage was collected: without that, what its start left behind would count. */
async function weigh({ child }: Server, file: string): Promise<Weight> {
  await rm(file, { force: true });
  child.kill("SIGUSR2");
  for (let attempt = 0; attempt < 100; attempt++) {
    await sleep(100);
    const text = await readFile(file, "utf8").catch(() => "");
    if (text.endsWith("}")) return JSON.parse(text) as Weight;
  }
  throw new Error("the front server did not say what it weighs");
}
