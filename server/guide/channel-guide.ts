import { GuideEntries, type GuideEntry } from "@/core/guide/guide-entries";
import type { Channel } from "@/generated/prisma/client";
import { db, type Tx } from "../db";
import { inTurn } from "../schedule/in-turn";
import { airingsAhead, FORECAST_DAYS, type ForecastSpan, SNAPSHOT } from "./forecast-airings";
import { libraryVersions } from "./library-version";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Guides are made for a day more than anybody may ask, so that they last while the clock goes on. */
const AHEAD_MS = (FORECAST_DAYS + 1) * DAY_MS;
/** What was foretold is checked against what airs so often: a channel that nobody kept on air has lost time. */
const TRUSTED_MS = HOUR_MS;
/** About 30 MB of guides. */
const MAX_KEPT_ENTRIES = 200_000;
/** Guides that are made at one time: each holds a connection of the ten. */
const AT_ONCE = 2;

interface KeptGuide {
  version: string;
  madeAtMs: number;
  fromMs: number;
  untilMs: number;
  entries: readonly GuideEntry[];
}

const kept = new Map<string, KeptGuide>();
let keptEntries = 0;

/**
 * The guide of a channel in a stretch of time, at most `FORECAST_DAYS` ahead: what aired, what is committed and what
 * will be. Made once and kept until something changes that it depends on.
 */
export async function channelGuide(channel: Channel, span: ForecastSpan): Promise<GuideEntry[]> {
  const { fromMs, untilMs, nowMs } = span;
  const behindMs = Math.max(DAY_MS, (channel.catchUpHours + 2) * HOUR_MS);
  if (fromMs < nowMs - behindMs) return makeGuide(channel, span);
  const version = (await guideVersions([channel])).get(channel.id) ?? "";
  const fits = (guide: KeptGuide | undefined) =>
    guide?.version === version &&
    Math.abs(nowMs - guide.madeAtMs) < TRUSTED_MS &&
    guide.fromMs <= fromMs &&
    guide.untilMs >= untilMs;
  if (!fits(kept.get(channel.id))) {
    await inTurn(`guide-${Number.parseInt(channel.id.slice(-2), 16) % AT_ONCE}`, async () => {
      if (fits(kept.get(channel.id))) return; // somebody made it while this one waited
      const whole = { fromMs: nowMs - behindMs, untilMs: Math.max(nowMs + AHEAD_MS, untilMs), nowMs };
      keep(channel.id, { version, madeAtMs: nowMs, ...whole, entries: await makeGuide(channel, whole) });
    });
  }
  const entries = kept.get(channel.id)?.entries ?? (await makeGuide(channel, span));
  return entries.filter((entry) => entry.endsAtMs > fromMs && entry.startsAtMs < untilMs);
}

/** For each channel a text that differs when its guide may. */
export async function guideVersions(channels: readonly Channel[]): Promise<Map<string, string>> {
  const libraries = await libraryVersions(channels.map(({ ownerId }) => ownerId));
  return new Map(channels.map((channel) => [channel.id, versionOf(channel, libraries.get(channel.ownerId))]));
}

function versionOf(channel: Channel, library: string | undefined): string {
  const { scheduleVersion, kind, filler, loopOrder, guideFillerSeconds, status, publishedAt } = channel;
  const onAir = [status, publishedAt?.getTime()];
  return JSON.stringify([library, scheduleVersion, kind, filler, loopOrder, guideFillerSeconds, onAir]);
}

/** In one state of the database: an edit in between would give a guide that never was. */
function makeGuide(channel: Channel, span: ForecastSpan): Promise<GuideEntry[]> {
  return db.$transaction(async (tx) => {
    const times = new Map<string, { startsAtMs: number; endsAtMs: number }>();
    const guide = new GuideEntries(channel.guideFillerSeconds * 1000, (blockId) => times.get(blockId));
    for await (const airings of airingsAhead(tx, channel, span)) {
      await readTimes(
        tx,
        airings.flatMap(({ blockId }) => blockId ?? []),
        times,
      );
      for (const airing of airings) guide.add(airing);
    }
    return guide.finish(span.untilMs).filter((entry) => entry.endsAtMs > span.fromMs);
  }, SNAPSHOT);
}

async function readTimes(
  tx: Tx,
  blockIds: readonly string[],
  times: Map<string, { startsAtMs: number; endsAtMs: number }>,
): Promise<void> {
  const wanted = [...new Set(blockIds)].filter((id) => !times.has(id));
  if (wanted.length === 0) return;
  const rows = await tx.$queryRaw<{ id: string; startsAt: Date; endsAt: Date }[]>`
    SELECT id, starts_at AS "startsAt", ends_at AS "endsAt" FROM block WHERE id = ANY(${wanted}::uuid[])`;
  for (const row of rows) times.set(row.id, { startsAtMs: row.startsAt.getTime(), endsAtMs: row.endsAt.getTime() });
}

function keep(channelId: string, guide: KeptGuide): void {
  forget(channelId);
  kept.set(channelId, guide);
  keptEntries += guide.entries.length;
  for (const id of kept.keys()) {
    if (keptEntries <= MAX_KEPT_ENTRIES || id === channelId) return;
    forget(id);
  }
}

function forget(channelId: string): void {
  keptEntries -= kept.get(channelId)?.entries.length ?? 0;
  kept.delete(channelId);
}
