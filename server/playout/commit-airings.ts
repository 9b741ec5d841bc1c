import { Filler } from "@/core/channels/contract";
import { type Airing, undecided } from "@/core/playout/airing";
import { nextAirings, type PlayoutInput, REMEMBERED } from "@/core/playout/next-airings";
import type { SegmentTable } from "@/core/playout/segment-table";
import { db, type Tx } from "../db";
import { newestAirings, writeAirings } from "./airing-rows";
import { lockChannel } from "./lock-channel";
import { blocksFrom, fillerItems, loopItems, mayPlay } from "./playable-items";
import { type Query, segmentTables } from "./segment-tables";

/**
 * Decides what a published channel plays up to the commit horizon and stores it. Takes the channel's lock, so it may
 * be called from any number of processes, and inside any transaction that edits the schedule. Does nothing while the
 * horizon is already covered.
 * @returns the end of what is committed, before which nothing of the schedule may change; null for a draft.
 */
export async function commitAirings(tx: Tx, channelId: string, now: Date): Promise<Date | null> {
  await lockChannel(tx, channelId);
  const channel = await tx.channel.findUnique({
    where: { id: channelId },
    select: { status: true, kind: true, ownerId: true, filler: true },
  });
  if (channel?.status !== "published") return null;
  const recent = await newestAirings(tx, channelId, REMEMBERED);
  const newest = recent.at(-1) ?? null;
  const span = undecided(newest, now.getTime());
  if (!span) return newest && endOf(newest);

  const looping = channel.kind === "loop";
  const airings = await plan(tx, {
    channelId,
    recent,
    newestMayGoOn: !newest?.contentItemId || (await mayPlay(tx, newest.contentItemId, newest.encodingId ?? "")),
    nowMs: now.getTime(),
    ...span,
    blocks: await blocksFrom(tx, channelId, new Date(span.fromUs / 1000)),
    loop: looping ? await loopItems(tx, channelId) : [],
    filler: await fillerItems(tx, channel.ownerId, Filler.catch({}).parse(channel.filler)),
    previousLoopItemId: looping ? await previousLoopItemId(tx, channelId) : null,
  });
  await writeAirings(tx, channelId, airings);
  const last = airings.at(-1) ?? newest;
  return last && endOf(last);
}

/** As `commitAirings`, in a transaction of its own. */
export async function commitAiringsOf(channelId: string, now: Date): Promise<Date | null> {
  return db.$transaction((tx) => commitAirings(tx, channelId, now), { maxWait: 5_000, timeout: 10_000 });
}

/** Plans, loading segment tables as the plan asks for them: they are long, and few of all fillers get to play. */
async function plan(tx: Tx, input: Omit<PlayoutInput, "tables">): Promise<Airing[]> {
  const query: Query = (sql, parameters) => tx.$queryRawUnsafe(sql, ...parameters);
  const tables = await segmentTables(query, []);
  for (;;) {
    const { airings, missingTable } = nextAirings({ ...input, tables });
    if (missingTable === null) return airings;
    const found = (await segmentTables(query, [missingTable])).get(missingTable);
    tables.set(missingTable, found ?? unplayable(missingTable));
  }
}

function unplayable(id: string): SegmentTable {
  const nothing = { timescale: 1, ticks: [] };
  return { id, baseUrl: "", video: nothing, audio: nothing, rungs: [] };
}

async function previousLoopItemId(tx: Tx, channelId: string): Promise<string | null> {
  const previous = await tx.airing.findFirst({
    where: { channelId, kind: "content", blockId: null },
    orderBy: { mediaSequence: "desc" },
    select: { contentItemId: true },
  });
  return previous?.contentItemId ?? null;
}

/** Rounded up, so that a block that starts then starts after everything that is committed. */
function endOf(airing: Airing): Date {
  return new Date(Math.ceil(airing.endsAtUs / 1000));
}
