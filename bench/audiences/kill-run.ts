import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import pg from "pg";
import { BEACON_KINDS, type Beacon, NOBODY, NOWHERE } from "@/core/analytics/beacon";
import { foldBatch } from "@/core/analytics/fold-batch";
import { freePort } from "@/scripts/services/ports";
import { BEACON_STREAM } from "@/server/analytics/beacon-stream";
import type { Stage } from "../stage/stage";
import type { SeededAudience } from "./seed";
import { type Sending, sendUntilTaken } from "./send-beacons";

const CONNECTIONS = 32;
const FOLDED_WITHIN_MS = 300_000;
const SESSIONS = 500;

export interface Counts {
  beacons: number;
  views: number;
  impressions: number;
  watchSeconds: number;
}

/**
 * Sends beacons, each until it is acknowledged, and meanwhile kills without warning, in turn, the process that takes
 * them, the one that folds them and Redis, each as often as `rounds`. Answers what is in the tables at the end beside
 * what was acknowledged.
 */
export async function killRun(
  stage: Stage,
  seeded: SeededAudience,
  { count, rounds }: { count: number; rounds: number },
) {
  const port = await freePort();
  const front = () => stage.startFront({ alone: true, port, env: { TRUST_PROXY: "127.0.0.1" } });
  const worker = () => {
    const child = stage.start("worker/main.ts");
    child.stdout?.resume(); // an unread log would stop it
    return child;
  };
  let takes = await front();
  let folds = worker();
  const beacons = beaconsOf(seeded, count);
  let sent = 0;
  const next = (): Sending | null => {
    const beacon = beacons[sent++];
    if (!beacon) return null;
    const { sessionId, channelId, kind, atMs } = beacon;
    const body = JSON.stringify({ sessionId, channelId, at: new Date(atMs).toISOString() });
    const address = `10.2.${(sent >> 8) & 255}.${sent & 255}`;
    return { path: `/v1/beacons/${BEACON_KINDS[kind]}`, body, address };
  };
  const kills = Array.from({ length: 3 * rounds }, (_, index) => index);
  const killing = (async () => {
    for (const kill of kills) {
      while (sent < ((kill + 1) * count) / (kills.length + 1)) await sleep(5);
      if (kill % 3 === 0) {
        takes.child.kill("SIGKILL");
        takes = await front();
      } else if (kill % 3 === 1) {
        folds.kill("SIGKILL");
        folds = worker();
      } else await killRedis(stage);
    }
  })();
  await sendUntilTaken(port, CONNECTIONS, next);
  await killing;
  const found = await countsWhenFolded(stage);
  for (const child of [takes.child, folds]) child.kill("SIGKILL");
  return { acknowledged: countsOf(beacons), found };
}

/** Of so many sessions, each with a beacon every 15 s, in the hours before now. */
function beaconsOf({ ownerId, channelId }: SeededAudience, count: number): Beacon[] {
  const beginMs = Date.now() - Math.ceil(count / SESSIONS) * 15_000;
  return Array.from({ length: count }, (_, index) => {
    const turn = Math.floor(index / SESSIONS);
    return {
      sessionId: `session-${index % SESSIONS}`,
      atMs: beginMs + turn * 15_000 + (index % SESSIONS),
      kind: turn === 0 ? 0 : turn % 10 === 0 ? 2 : 1,
      nonce: 0,
      ownerId,
      channelId,
      contentItemId: NOBODY,
      positionMs: NOWHERE,
    };
  });
}

function countsOf(beacons: readonly Beacon[]): Counts {
  const { fresh, minutes } = foldBatch(new Map(), beacons);
  const sum = (of: "views" | "impressions" | "watchMs") => minutes.reduce((all, cell) => all + cell[of], 0);
  return {
    beacons: fresh.length,
    views: sum("views"),
    impressions: sum("impressions"),
    watchSeconds: sum("watchMs") / 1000,
  };
}

/** The supervisor starts it again, on what its log holds. */
async function killRedis(stage: Stage): Promise<void> {
  const redis = connected(stage);
  const pid = Number(/process_id:(\d+)/.exec(await redis.info("server"))?.[1]);
  redis.disconnect();
  process.kill(pid, "SIGKILL");
}

function connected(stage: Stage): Redis {
  const redis = new Redis(stage.settings.REDIS_URL!);
  redis.on("error", () => {});
  return redis;
}

async function countsWhenFolded(stage: Stage): Promise<Counts> {
  const redis = connected(stage);
  const deadline = Date.now() + FOLDED_WITHIN_MS;
  while ((await redis.xlen(BEACON_STREAM).catch(() => 1)) > 0) {
    if (Date.now() > deadline) throw new Error("the beacons were not folded in five minutes");
    await sleep(200);
  }
  redis.disconnect();
  const client = new pg.Client({ connectionString: stage.databaseUrl });
  await client.connect();
  const { rows } = await client.query<Counts>(
    `SELECT (SELECT count(*)::int FROM session_beacon) AS beacons, sum(views)::int AS views,
      sum(impressions)::int AS impressions, (sum(watch_ms) / 1000)::float8 AS "watchSeconds" FROM audience_minute`,
  );
  await client.end();
  return rows[0]!;
}
