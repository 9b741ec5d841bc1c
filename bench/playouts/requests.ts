import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { median, type Row } from "../bench";
import { processCpu } from "../stage/cpu";
import type { Server, Stage } from "../stage/stage";
import { type Engine, enginePath } from "./engine";
import { load } from "./load";

/** Short rounds and many: what else the machine does meanwhile meets all alike. */
const ROUNDS = 10;
const ROUND_MS = 800;
/** By then a server's code is compiled, however slow the machine. */
const WARM_UP_REPLIES = 20_000;
const WARM_UP_MS = 1_000;

interface Contestant {
  server: Server;
  paths: string[];
  rounds: Round[];
}

interface Round {
  repliesPerSecond: number;
  /** Of the server's own CPU: says the same on a busy machine. */
  repliesPerCpuSecond: number;
  p99Ms: number;
}

/**
 * Media playlists by one core of the front server and of the origin alone, against the engine and against bare
 * `node:http`, with one channel and with a hundred. All take turns, so that all see the same machine.
 */
export async function requestRows(stage: Stage, engine: Engine, playlist: string): Promise<Row[]> {
  const core = { core: 0 };
  const front = await stage.startFront(core);
  const alone = await stage.startFront({ ...core, alone: true });
  const own = (count: number) => numbers(count).map((channel) => `/v1/channels/c-${channel}/1080p.m3u8`);
  const engines = (count: number) => numbers(count).map(enginePath);
  const bare = "bench/playouts/bare-server.ts";
  const contestants = {
    built: contestant(await stage.startServer(bare, ["built", playlist], core), ["/"]),
    sent: contestant(await stage.startServer(bare, ["sent", playlist], core), ["/"]),
    front: contestant(front, own(1)),
    alone: contestant(alone, own(1)),
    engine: contestant(await engine.start(stage, 1, core), engines(1)),
    front100: contestant(front, own(100)),
    alone100: contestant(alone, own(100)),
    engine100: contestant(await engine.start(stage, 100, core), engines(100)),
  };
  const cores = Array.from({ length: availableParallelism() }, (_, index) => index);
  await askFrom(cores.filter((each) => each !== core.core));
  for (const { server, paths } of Object.values(contestants)) await warmUp(server.port, paths);
  for (let round = 0; round < ROUNDS; round++) {
    for (const { server, paths, rounds } of Object.values(contestants)) {
      const before = await processCpu(server.pid);
      const { replies, ...measured } = await load(server.port, paths, ROUND_MS);
      rounds.push({ ...measured, repliesPerCpuSecond: replies / ((await processCpu(server.pid)) - before) });
    }
  }
  await askFrom(cores);
  for (const { server } of Object.values(contestants)) server.child.kill("SIGKILL");
  return rowsOf(contestants, Buffer.byteLength(playlist));
}

async function warmUp(port: number, paths: readonly string[]): Promise<void> {
  for (let replies = 0; replies < WARM_UP_REPLIES; ) replies += (await load(port, paths, WARM_UP_MS)).replies;
}

/** Whoever asks does not share the core of those who answer, where there is another. */
async function askFrom(cores: readonly number[]): Promise<void> {
  if (cores.length > 0) await promisify(execFile)("taskset", ["-a", "-p", "-c", cores.join(), String(process.pid)]);
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function contestant(server: Server, paths: string[]): Contestant {
  return { server, paths, rounds: [] };
}

function rowsOf(of: Record<string, Contestant>, bytes: number): Row[] {
  const compare = (ours: string, yardstick: string, figure: keyof Round) => {
    const middle = (name: string) => median(of[name]!.rounds.map((round) => round[figure]));
    return { ours: middle(ours), yardstick: middle(yardstick) };
  };
  const speed = (what: string, ours: string, yardstick: string, atLeast: number): Row[] => [
    { what, ...compare(ours, yardstick, "repliesPerSecond"), unit: "playlists/s", goal: { atLeast } },
    { what: "… by the CPU of the servers", ...compare(ours, yardstick, "repliesPerCpuSecond"), unit: "playlists/s" },
  ];
  const slowest = (what: string, ours: string, yardstick: string): Row => {
    return { what, ...compare(ours, yardstick, "p99Ms"), unit: "ms", goal: { atMost: 1 } };
  };
  return [
    ...speed("Front door, 1 channel, against the engine", "front", "engine", 1.7),
    ...speed("Front door, 100 channels, against the engine", "front100", "engine100", 1.7),
    ...speed("Origin alone, 1 channel, against the engine", "alone", "engine", 2.5),
    ...speed("Origin alone, 100 channels, against the engine", "alone100", "engine100", 2.5),
    ...speed(`Origin alone against bare node:http that builds the same ${bytes} bytes`, "alone", "built", 0.9),
    ...speed("Front door against bare node:http that sends the same text each time", "front", "sent", 0.6),
    slowest("p99, front door, 1 channel, against the engine", "front", "engine"),
    slowest("p99, origin alone, 100 channels, against the engine", "alone100", "engine100"),
  ];
}
