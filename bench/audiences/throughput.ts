import { median, type Row } from "../bench";
import { processCpu } from "../stage/cpu";
import type { Server, Stage } from "../stage/stage";
import type { SeededAudience } from "./seed";
import { type Sending, sendBeacons } from "./send-beacons";

const CONNECTIONS = 256;
const ROUNDS = 3;
const ROUND_MS = 4_000;
const WARM_UP_MS = 2_000;
/** So many callers that none meets the limit of 600 a minute. */
const CALLERS = 20_000;
const GOAL_PER_SECOND = 15_000;
const CORE = { core: 0 };

interface Round {
  perSecond: number;
  perCpuSecond: number;
}

/** Beacons that one process on one core takes, acknowledged by Redis, against bare `node:http` that parses them. */
export async function throughputRows(stage: Stage, { channelId }: SeededAudience): Promise<Row[]> {
  const front = await stage.startFront({ ...CORE, alone: true, env: { TRUST_PROXY: "127.0.0.1" } });
  const bare = await stage.startServer("bench/audiences/bare-server.ts", [], CORE);
  const rounds: Record<"front" | "bare", Round[]> = { front: [], bare: [] };
  for (const server of [front, bare]) await send(server, channelId, WARM_UP_MS);
  for (let round = 0; round < ROUNDS; round++) {
    rounds.front.push(await send(front, channelId, ROUND_MS));
    rounds.bare.push(await send(bare, channelId, ROUND_MS));
  }
  for (const server of [front, bare]) server.child.kill("SIGKILL");
  const middle = (who: "front" | "bare", figure: keyof Round) => median(rounds[who].map((round) => round[figure]));
  const perSecond = middle("front", "perSecond");
  const unit = "beacons/s";
  return [
    { what: "Beacons taken by one process", ours: perSecond, yardstick: GOAL_PER_SECOND, unit, goal: { atLeast: 1 } },
    {
      what: "… against bare node:http that parses the JSON",
      ours: perSecond,
      yardstick: middle("bare", "perSecond"),
      unit,
    },
    {
      what: "… by the CPU of the servers",
      ours: middle("front", "perCpuSecond"),
      yardstick: middle("bare", "perCpuSecond"),
      unit,
    },
  ];
}

async function send(server: Server, channelId: string, forMs: number): Promise<Round> {
  const startedAt = performance.now();
  const cpuBefore = await processCpu(server.pid);
  let turn = 0;
  const next = (): Sending | null => {
    if (performance.now() - startedAt > forMs) return null;
    const caller = turn++ % CALLERS;
    const body = `{"sessionId":"viewer-${caller}","channelId":"${channelId}","at":"${new Date().toISOString()}"}`;
    return { path: "/v1/beacons/heartbeat", body, address: `10.1.${caller >> 8}.${caller & 255}` };
  };
  const taken = await sendBeacons(server.port, CONNECTIONS, next);
  const seconds = (performance.now() - startedAt) / 1000;
  return { perSecond: taken / seconds, perCpuSecond: taken / ((await processCpu(server.pid)) - cpuBefore) };
}
