import { Filler } from "@/core/channels/contract";
import type { Airing } from "@/core/playout/airing";
import { appended, continued } from "@/core/playout/continued";
import { nextAirings, type Plan, type PlayoutInput } from "@/core/playout/next-airings";
import type { SegmentTable } from "@/core/playout/segment-table";
import type { Channel } from "@/generated/prisma/client";
import type { Tx } from "../db";
import { loopOf } from "./loop-items";
import { blocksFrom, fillerItems, mayPlay } from "./playable-items";
import { type Query, segmentTables } from "./segment-tables";

/** What is known of a channel before its airings are planned. */
export interface PlanStart {
  channel: Pick<Channel, "id" | "ownerId" | "kind" | "filler">;
  /** The newest airings, oldest first. */
  recent: readonly Airing[];
  nowMs: number;
  fromUs: number;
  untilUs: number;
}

/** Everything that decides what a channel plays, but for the segment tables: read once, for a minute or for weeks. */
export async function playoutInput(tx: Tx, start: PlanStart): Promise<Omit<PlayoutInput, "tables">> {
  const { channel, recent, nowMs, fromUs, untilUs } = start;
  const newest = recent.at(-1) ?? null;
  const looping = channel.kind === "loop" ? await loopOf(tx, channel.id) : { loop: [], previousLoopItemId: null };
  return {
    channelId: channel.id,
    recent,
    newestMayGoOn: !newest?.contentItemId || (await mayPlay(tx, newest.contentItemId, newest.encodingId ?? "")),
    nowMs,
    fromUs,
    untilUs,
    blocks: await blocksFrom(tx, channel.id, new Date(fromUs / 1000), new Date(untilUs / 1000)),
    ...looping,
    filler: await fillerItems(tx, channel.ownerId, Filler.catch({}).parse(channel.filler)),
  };
}

/** Plans, loading segment tables as the plan asks for them: they are long, and few of all fillers get to play. */
export async function planAirings(query: Query, start: Omit<PlayoutInput, "tables">): Promise<Airing[]> {
  const tables = await segmentTables(query, knownToPlay(start));
  let input = start;
  let planned: Airing[] = [];
  for (;;) {
    const { airings, missingTable }: Plan = nextAirings({ ...input, tables });
    planned = appended(planned, airings);
    if (missingTable === null) return planned;
    input = continued(input, airings);
    const found = (await segmentTables(query, [missingTable])).get(missingTable);
    tables.set(missingTable, found ?? unplayable(missingTable));
  }
}

/** What is on air and what is scheduled: read at once instead of one by one. */
function knownToPlay({ recent, blocks }: Omit<PlayoutInput, "tables">): string[] {
  return [...recent.slice(-1), ...blocks.map(({ item }) => item)].flatMap((each) => each?.encodingId ?? []);
}

function unplayable(id: string): SegmentTable {
  const nothing = { timescale: 1, ticks: [] };
  return { id, baseUrl: "", video: nothing, audio: nothing, rungs: [] };
}
