import { cp } from "node:fs/promises";
import path from "node:path";
import { prepareBuild } from "@/scripts/prepare/artifacts";
import { runCommand } from "@/scripts/testing/stage";
import { type Load, load } from "./apis/load";
import type { SeededCaller } from "./apis/seed-caller";
import { median, type Row } from "./bench";
import { type Stage, setStage } from "./stage/stage";

export const name = "API";
export const goal =
  "GET /v1/creator/channels/:id by API key, validated both ways, against a bare Next route handler with the same query; a key check from memory; how soon a revoked key fails in three web processes.";

const ROUNDS = 5;
const ROUND_MS = 3_000;
const WARM_UP_MS = 3_000;
const CONNECTIONS = 64;
const KEY_CHECK_MS = 0.2;
const REVOKED_WITHIN_MS = 1_000;

export async function run(): Promise<Row[]> {
  await prepareBuild(() => {});
  const stage = await setStage("api");
  try {
    const caller = await stage.ask<SeededCaller>("bench/apis/seed-caller.ts");
    const { checkMs } = await stage.ask<{ checkMs: number }>("bench/apis/key-check.ts", [caller.token]);
    const check: Row = {
      what: "Key check from memory",
      ours: checkMs,
      yardstick: KEY_CHECK_MS,
      unit: "ms",
      goal: { atMost: 1 },
    };
    return [...(await requestRows(stage, caller)), check, await revocationRow(stage, caller)];
  } finally {
    await stage.clear();
  }
}

/** Our route and the bare one, each alone on one core, and ours through the front door, in turns. */
async function requestRows(stage: Stage, caller: SeededCaller): Promise<Row[]> {
  const bareFolder = await buildBare(stage);
  const core = { core: 0 };
  const headers = { Authorization: `Bearer ${caller.token}` };
  const own = await stage.startServer("bench/apis/serve-next.ts", [process.cwd()], core);
  const bare = await stage.startServer("bench/apis/serve-next.ts", [bareFolder], core);
  const path = `/v1/creator/channels/${caller.channelId}`;
  const contestants = {
    own: { port: own.port, path, headers },
    bare: { port: bare.port, path: `/channels/${caller.channelId}?owner=${caller.userId}`, headers },
  };
  const rounds: Record<keyof typeof contestants, Load[]> = { own: [], bare: [] };
  for (const target of Object.values(contestants)) await load(target, CONNECTIONS, WARM_UP_MS);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [who, target] of Object.entries(contestants)) {
      rounds[who as keyof typeof contestants].push(await load(target, CONNECTIONS, ROUND_MS));
    }
  }
  for (const { child } of [own, bare]) child.kill("SIGKILL");
  const compare = (figure: keyof Load) => {
    const middle = (loads: Load[]) => median(loads.map((one) => one[figure]));
    return { ours: middle(rounds.own), yardstick: middle(rounds.bare) };
  };
  return [
    { what: "Read by API key", ...compare("repliesPerSecond"), unit: "requests/s", goal: { atLeast: 0.75 } },
    { what: "p50, 64 connections", ...compare("p50Ms"), unit: "ms" },
    { what: "p99, 64 connections", ...compare("p99Ms"), unit: "ms", goal: { atMost: 1 / 0.75 } },
  ];
}

/** Builds the bare app in the folder of the stage, which goes with it. */
async function buildBare(stage: Stage): Promise<string> {
  const folder = path.join(stage.folder, "bare-next");
  await cp("bench/apis/bare-next", folder, { recursive: true });
  const next = path.resolve("node_modules/next/dist/bin/next");
  const { ok, logFile } = await runCommand("bare-next", [next, "build", folder], {
    timeoutMs: 600_000,
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (!ok) throw new Error(`the bare app could not be built; see ${logFile}`);
  return folder;
}

async function revocationRow(stage: Stage, caller: SeededCaller): Promise<Row> {
  const servers = await Promise.all([0, 1, 2].map((index) => stage.startWeb(index)));
  const origins = servers.map(({ origin }) => origin);
  const lags = await stage.ask<number[]>("bench/apis/revoke.ts", [caller.userId, ...origins]);
  const what = "Slowest of 10 revocations, until all of three web processes refuse the key";
  return { what, ours: Math.max(...lags), yardstick: REVOKED_WITHIN_MS, unit: "ms", goal: { atMost: 1 } };
}
