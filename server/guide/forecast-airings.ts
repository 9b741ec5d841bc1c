import { setImmediate } from "node:timers/promises";
import { type Airing, LEAD_MS, tableIdOf } from "@/core/playout/airing";
import { airingsUntil } from "@/core/playout/airings-until";
import { appended, continued } from "@/core/playout/continued";
import { REMEMBERED } from "@/core/playout/next-airings";
import { firmUntilUs, isPlannedAhead } from "@/core/playout/plan-ahead";
import type { Channel } from "@/generated/prisma/client";
import { db, type Tx } from "../db";
import { AIRINGS_BETWEEN, type AiringRow, airingOf, NEWEST_BEFORE, newestAirings } from "../playout/airing-rows";
import { planAirings, playoutInput } from "../playout/plan-airings";
import { blocksFrom } from "../playout/playable-items";
import { type Query, segmentTables } from "../playout/segment-tables";

/** How far ahead the guide tells what will air. */
export const FORECAST_DAYS = 14;
/** Blocks are read for so long at once: they fit any memory. */
const STEP_MS = 2 * 24 * 3_600_000;
/** Planned at once; between two such slices, a few milliseconds each, other requests get their turn. */
const SLICE_MS = 3 * 3_600_000;

export type ForecastChannel = Pick<Channel, "id" | "ownerId" | "kind" | "filler">;

/**
 * What a channel airs in a stretch of time: what is committed and, after it, what will be committed if nobody changes
 * anything, by the function that commits. A draft is told as if it went on the air at `now`.
 * @param fromMs may lie in the past: then the airings begin with what aired
 */
export async function forecastAirings(
  channelId: string,
  fromMs: number,
  untilMs: number,
  now = new Date(),
): Promise<Airing[]> {
  return db.$transaction(async (tx) => {
    const channel = await tx.channel.findUniqueOrThrow({ where: { id: channelId } });
    const airings: Airing[] = [];
    for await (const stretch of airingsAhead(tx, channel, { fromMs, untilMs, nowMs: now.getTime() }))
      airings.push(...stretch);
    return airings;
  }, SNAPSHOT);
}

/** One state of the database for all reads: an edit in between would give a guide that never was. */
export const SNAPSHOT = { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: 30_000 } as const;

export interface ForecastSpan {
  fromMs: number;
  untilMs: number;
  nowMs: number;
}

/** As `forecastAirings`, a few days at a time, each airing once and whole. */
export async function* airingsAhead(tx: Tx, channel: ForecastChannel, span: ForecastSpan): AsyncGenerator<Airing[]> {
  const { fromMs, untilMs, nowMs } = span;
  const recent = await decidedAirings(tx, channel.id, nowMs);
  let held = await decidedBetween(tx, channel.id, span, recent);
  for await (const planned of planAhead(tx, channel, recent, span)) {
    // The newest may still grow, so it is held back until something follows it.
    const known = appended(
      held,
      planned.filter((airing) => airing.endsAtUs > fromMs * 1000),
    );
    yield known.slice(0, -1);
    held = known.slice(-1);
  }
  yield held.filter((airing) => airing.startsAtUs < untilMs * 1000);
}

/**
 * The newest airings that no edit can change any more. What a quiet channel has planned beyond is left out: it comes
 * out the same again, unless something has changed that takes it back.
 */
async function decidedAirings(tx: Tx, channelId: string, nowMs: number): Promise<Airing[]> {
  const newest = await newestAirings(tx, channelId, REMEMBERED);
  const last = newest.at(-1);
  if (!last || !isPlannedAhead(last, nowMs)) return newest;
  const firmUs = firmUntilUs(nowMs);
  const rows = await tx.$queryRawUnsafe<AiringRow[]>(NEWEST_BEFORE, channelId, REMEMBERED, new Date(firmUs / 1000));
  const begun = rows.map(airingOf).reverse();
  return airingsUntil(begun, await segmentTables(queryOf(tx), begun.slice(-1).map(tableIdOf)), firmUs);
}

/** What is decided of a stretch of time, up to the last of `recent`. */
async function decidedBetween(
  tx: Tx,
  channelId: string,
  { fromMs, untilMs }: ForecastSpan,
  recent: readonly Airing[],
): Promise<Airing[]> {
  const last = recent.at(-1);
  if (!last) return [];
  const rows = await tx.$queryRawUnsafe<AiringRow[]>(AIRINGS_BETWEEN, channelId, new Date(fromMs), new Date(untilMs));
  return rows.map(airingOf).flatMap((airing) => {
    if (airing.mediaSequence > last.mediaSequence) return [];
    return airing.mediaSequence < last.mediaSequence ? [airing] : [last];
  });
}

async function* planAhead(
  tx: Tx,
  channel: ForecastChannel,
  recent: readonly Airing[],
  { untilMs, nowMs }: ForecastSpan,
): AsyncGenerator<Airing[]> {
  const fromUs = Math.max(recent.at(-1)?.endsAtUs ?? 0, (nowMs - LEAD_MS) * 1000);
  if (fromUs >= untilMs * 1000) return;
  const within = (atUs: number, lengthMs: number) => Math.min(atUs + lengthMs * 1000, untilMs * 1000);
  let readUntilUs = within(fromUs, STEP_MS);
  let input = await playoutInput(tx, { channel, recent, nowMs, fromUs, untilUs: readUntilUs });
  while (input.fromUs < untilMs * 1000) {
    if (input.fromUs >= readUntilUs) {
      readUntilUs = within(input.fromUs, STEP_MS);
      const blocks = await blocksFrom(tx, channel.id, new Date(input.fromUs / 1000), new Date(readUntilUs / 1000));
      input = { ...input, blocks };
    }
    const untilUs = Math.min(within(input.fromUs, SLICE_MS), readUntilUs);
    const airings = await planAirings(queryOf(tx), { ...input, untilUs });
    yield airings;
    input = continued(input, airings);
    await setImmediate();
  }
}

function queryOf(tx: Tx): Query {
  return (sql, parameters) => tx.$queryRawUnsafe(sql, ...parameters);
}
