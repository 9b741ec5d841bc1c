import type { NowNext } from "@/core/channels/contract";
import { type JoinableBlock, type JoinedProgramme, joinProgrammes } from "@/core/schedule/joined-programme";
import { db } from "../db";
import { JOIN_CONTENT, PROGRAMME_COLUMNS, type ProgrammeRow, programmeView } from "./programme";

export interface NowAndNext<P = NowNext> {
  now: P | null;
  next: P | null;
}

type BlockRow = Pick<JoinableBlock, "kind" | "contentItemId" | "offsetMs"> & {
  id: string;
  channelId: string;
  startsAt: Date;
  endsAt: Date;
};

/** As {@link nowNextRows}, as viewers see it. */
export async function nowNextOf(channelIds: readonly string[], now: Date): Promise<Map<string, NowAndNext>> {
  const rows = await nowNextRows(channelIds, now);
  const view = (row: ProgrammeRow | null) => row && programmeView(row);
  return new Map([...rows].map(([id, found]) => [id, { now: view(found.now), next: view(found.next) }]));
}

/** Blocks that are read before and after this moment: most programmes have fewer parts and breaks. */
const USUAL_BLOCKS = 24;
/** As many as the parts of an item with 200 break points, the breaks between them, and what comes next. */
const MOST_BLOCKS = 402;

/**
 * What plays on each of these channels and what comes after it, by channel id: from the schedule of a linear channel,
 * from what is committed of a loop. As in the guide, breaks are no programmes, and the parts of one are one.
 */
export async function nowNextRows(
  channelIds: readonly string[],
  now: Date,
): Promise<Map<string, NowAndNext<ProgrammeRow>>> {
  const found = new Map<string, NowAndNext<ProgrammeRow>>(channelIds.map((id) => [id, { now: null, next: null }]));
  if (channelIds.length === 0) return found;
  const [scheduled, loops] = await Promise.all([scheduledProgrammes(channelIds, now), loopProgrammes(channelIds, now)]);
  for (const row of [...scheduled, ...loops]) {
    const entry = found.get(row.channelId);
    if (entry) entry[row.startsAt <= now ? "now" : "next"] = row;
  }
  return found;
}

async function scheduledProgrammes(channelIds: readonly string[], now: Date): Promise<ProgrammeRow[]> {
  const found = await programmesAround(channelIds, now, USUAL_BLOCKS);
  const cut = [...found].filter(([, { isCut }]) => isCut).map(([id]) => id);
  for (const [id, whole] of await programmesAround(cut, now, MOST_BLOCKS)) found.set(id, whole);
  const programmes = [...found.values()].flatMap(({ on, next }) => [on, next]).filter((each) => each !== undefined);
  const ends = new Map(programmes.map(({ head, endsAtMs }) => [head.id, endsAtMs]));
  const heads = await db.$queryRaw<(ProgrammeRow & { blockId: string })[]>`
    SELECT slot.id AS "blockId", ${PROGRAMME_COLUMNS}
    FROM block AS slot ${JOIN_CONTENT} WHERE slot.id = ANY(${[...ends.keys()]}::uuid[])`;
  return heads.map(({ blockId, ...row }) => ({ ...row, endsAt: new Date(ends.get(blockId) ?? row.endsAt) }));
}

type Block = JoinableBlock & { id: string; channelId: string };

interface Around {
  on: JoinedProgramme<Block> | undefined;
  next: JoinedProgramme<Block> | undefined;
  /** A programme reaches to the end of what was read, and may go on beyond it. */
  isCut: boolean;
}

async function programmesAround(ids: readonly string[], now: Date, most: number): Promise<Map<string, Around>> {
  const lines = new Map<string, Block[]>();
  if (ids.length === 0) return new Map();
  for (const block of await blocksAround(ids, now, most)) {
    const line = lines.get(block.channelId);
    if (line) line.push(block);
    else lines.set(block.channelId, [block]);
  }
  return new Map([...lines].map(([id, line]) => [id, aroundNow(line, now.getTime(), most)]));
}

function aroundNow(line: readonly Block[], nowMs: number, most: number): Around {
  const programmes = joinProgrammes(line).filter(({ head }) => head.kind !== "ad_break");
  const on = programmes.find(({ startsAtMs, endsAtMs }) => startsAtMs <= nowMs && endsAtMs > nowMs);
  const next = programmes.find(({ startsAtMs }) => startsAtMs > nowMs);
  const before = line.filter(({ startsAtMs }) => startsAtMs <= nowMs).length;
  const isCutBefore = before === most && on !== undefined && on.head.offsetMs > 0;
  const lastPart = line.findLast(({ kind }) => kind !== "ad_break");
  const isCutAfter = line.length - before === most && (!next || next.blocks.at(-1) === lastPart);
  return { on, next, isCut: isCutBefore || isCutAfter };
}

/** Two steps in an index for each linear channel: the blocks up to this moment, and those after it; in order of time. */
async function blocksAround(channelIds: readonly string[], now: Date, most: number): Promise<Block[]> {
  const rows = await db.$queryRaw<BlockRow[]>`
    SELECT slot.id, slot.channel_id AS "channelId", slot.kind::text AS kind, slot.content_item_id AS "contentItemId",
      slot.offset_ms AS "offsetMs", slot.starts_at AS "startsAt", slot.ends_at AS "endsAt"
    FROM unnest(${channelIds}::uuid[]) AS wanted(id)
    JOIN channel ON channel.id = wanted.id AND channel.kind = 'linear'
    CROSS JOIN LATERAL (
      (SELECT * FROM block WHERE channel_id = channel.id AND starts_at <= ${now}
        ORDER BY starts_at DESC LIMIT ${most})
      UNION ALL
      (SELECT * FROM block WHERE channel_id = channel.id AND starts_at > ${now} ORDER BY starts_at LIMIT ${most})
    ) AS slot
    ORDER BY slot.starts_at`;
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    startsAtMs: startsAt.getTime(),
    endsAtMs: endsAt.getTime(),
  }));
}

/** A loop has no schedule: what is committed of it says what plays. */
function loopProgrammes(channelIds: readonly string[], now: Date): Promise<ProgrammeRow[]> {
  return db.$queryRaw<ProgrammeRow[]>`
    SELECT ${PROGRAMME_COLUMNS}
    FROM unnest(${channelIds}::uuid[]) AS wanted(id)
    JOIN channel ON channel.id = wanted.id AND channel.kind = 'loop'
    CROSS JOIN LATERAL (
      SELECT channel_id, content_item_id, starts_at, ends_at FROM airing
      WHERE channel_id = channel.id AND ends_at > ${now} AND kind = 'content' ORDER BY ends_at LIMIT 2
    ) AS slot ${JOIN_CONTENT}`;
}
