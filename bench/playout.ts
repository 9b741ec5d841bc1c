import type { Row } from "./bench";
import { coldRow } from "./playouts/cold";
import { type Engine, prepareEngine } from "./playouts/engine";
import { idleRows } from "./playouts/idle";
import type { ChannelBytes } from "./playouts/memory";
import { requestRows } from "./playouts/requests";
import { seedChannels } from "./playouts/seed-channels";
import type { TickCost } from "./playouts/tick";
import { postmasterOf } from "./stage/postmaster";
import { type Stage, setStage } from "./stage/stage";

export const name = "Playout";
export const goal =
  "Media playlists and idle channels against npm eyevinn-channel-engine and bare node:http; planning, memory and a cold start with 10,000 published channels against fixed goals.";

/** `requests` alone needs few channels and two minutes. */
export const parts = ["requests", "idle", "memory", "planning", "cold"];

const CHANNELS = 10_000;
const ASKED_CHANNELS = 100;
const MINUTES_OF_AIR = 30;
const IDLE_BYTES = 4_096;

export async function run(_: readonly number[], wanted: ReadonlySet<string>): Promise<Row[]> {
  const stage = await setStage("playout");
  let engine: Engine | undefined;
  try {
    const all = [...wanted].some((part) => part !== "requests");
    await seedChannels(stage.databaseUrl, "c", all ? CHANNELS : ASKED_CHANNELS);
    const tick = await planning(stage, all ? MINUTES_OF_AIR : 1); // as a worker has done wherever there is one
    const cold = wanted.has("cold") ? [await coldRow(stage)] : [];
    const memory = wanted.has("memory") ? await channelBytes(stage) : [];
    const playlist = await examplePlaylist(stage);
    engine = await prepareEngine(/https?:\S*|\/media\S*(?=\/\d{5}\.m4s)/.exec(playlist)?.[0] ?? "/media");
    const requests = wanted.has("requests") ? await requestRows(stage, engine, playlist) : [];
    const idle = wanted.has("idle") ? await idleRows(stage, engine, tick) : [];
    return [...requests, ...idle, ...memory, ...(wanted.has("planning") ? tickRows(tick) : []), ...cold];
  } finally {
    engine?.close();
    await stage.clear();
  }
}

async function planning(stage: Stage, minutes: number): Promise<TickCost> {
  const args = [String(minutes), String(await postmasterOf(stage.databaseUrl))];
  return stage.ask<TickCost>("bench/playouts/tick.ts", args);
}

async function examplePlaylist(stage: Stage): Promise<string> {
  const front = await stage.startFront();
  const reply = await fetch(`${front.origin}/v1/channels/c-1/1080p.m3u8`);
  front.child.kill("SIGKILL");
  return reply.text();
}

async function channelBytes(stage: Stage): Promise<Row[]> {
  const options = { flags: ["--expose-gc"] };
  const bytes = await stage.ask<ChannelBytes>("bench/playouts/memory.ts", [String(CHANNELS)], options);
  const row = (what: string, ours: number): Row => ({ what, ours, yardstick: IDLE_BYTES, unit: "bytes" });
  return [
    { ...row("Memory of the origin per channel that was watched and is idle", bytes.idle), goal: { atMost: 1 } },
    row("Memory of the origin per channel while one rendition of it is watched", bytes.watched),
  ];
}

function tickRows(tick: TickCost): Row[] {
  const row = (what: string, ours: number): Row => ({ what, ours, yardstick: 1, unit: "s" });
  return [
    { ...row("CPU of the worker per minute of air of 10,000 channels", tick.cpuSeconds), goal: { atMost: 1 } },
    row("CPU of PostgreSQL for it", tick.databaseCpuSeconds),
  ];
}
