import { getSchedule, placeBlock, removeBlock, updateBlock } from "@/generated/client/sdk.gen";
import type { Block, Schedule } from "@/generated/client/types.gen";
import { command } from "./command";
import { usage } from "./failure";
import { findChannel } from "./find-channel";
import { readTime } from "./read-time";
import { clockText, columns, lengthText, plural } from "./text-of";

const DAY_MS = 86_400_000;
const KINDS = ["content", "filler", "ad_break"] as const;

const CHANNEL = { type: "string", value: "CHANNEL", about: "Id, slug or name of the channel" } as const;
const SECONDS = { type: "string", value: "NUMBER", about: "Length in seconds; else that of the item" } as const;

export const listSchedule = command({
  name: "schedule list",
  summary: "List the blocks and gaps of a window, the next 24 hours unless told otherwise",
  options: {
    channel: CHANNEL,
    from: { type: "string", value: "TIME", about: "Start of the window; else now" },
    to: { type: "string", value: "TIME", about: "End of the window, at most 31 days later; else 24 hours later" },
  },
  run: async (_, { channel: word, from: start = "now", to: end }, session) => {
    const channel = await findChannel(required("channel", word), session);
    const { from, to } = readWindow(start, end, session.now());
    const query = { channelId: channel.id, from, to };
    const { data } = await getSchedule({ client: session.client, query, throwOnError: true });
    return { text: scheduleText(data, channel.timezone), json: data };
  },
});

export const place = command({
  name: "schedule place",
  summary: "Place an item on the guide",
  options: {
    channel: CHANNEL,
    item: { type: "string", value: "ID", about: "The item; an ad_break has none" },
    at: { type: "string", value: "TIME", about: "When it starts" },
    seconds: SECONDS,
    kind: { type: "string", value: "KIND", about: `One of ${KINDS.join(", ")}; else content` },
  },
  run: async (_, { channel: word, item, at, seconds, kind: named = "content" }, session) => {
    const startsAt = readTime(required("at", at), session.now());
    const kind = KINDS.find((each) => each === named);
    if (!kind) throw usage(`--kind is one of ${KINDS.join(", ")}.`);
    const durationSeconds = readSeconds(seconds);
    const channelId = (await findChannel(required("channel", word), session)).id;
    const body = {
      channelId,
      startsAt,
      kind,
      ...(item && { contentItemId: item }),
      ...(durationSeconds && { durationSeconds }),
    };
    const { data } = await placeBlock({ client: session.client, body, throwOnError: true });
    return { text: `Placed ${blockText(data)}.`, json: data };
  },
});

export const move = command({
  name: "schedule move",
  operands: "BLOCK",
  count: [1, 1],
  summary: "Move a block to another time or channel, or change its length",
  options: {
    at: { type: "string", value: "TIME", about: "When it is to start" },
    channel: CHANNEL,
    seconds: { ...SECONDS, about: "Its new length in seconds" },
  },
  run: async ([id = ""], { at, channel: word, seconds }, session) => {
    const startsAt = at === undefined ? undefined : readTime(at, session.now());
    const durationSeconds = readSeconds(seconds);
    if (!startsAt && !word && !durationSeconds)
      throw usage("Say where to: --at TIME, --channel CHANNEL or --seconds NUMBER.");
    const channelId = word && (await findChannel(word, session)).id;
    const body = {
      ...(startsAt && { startsAt }),
      ...(channelId && { channelId }),
      ...(durationSeconds && { durationSeconds }),
    };
    const { data } = await updateBlock({ client: session.client, path: { id }, body, throwOnError: true });
    return { text: `Moved ${blockText(data)}.`, json: data };
  },
});

export const remove = command({
  name: "schedule remove",
  operands: "BLOCK…",
  count: [1, 100],
  summary: "Take blocks off the guide; their items stay in the library",
  run: async (ids, _, { client }) => {
    for (const id of ids) await removeBlock({ client, path: { id }, throwOnError: true });
    return { text: `Removed ${plural(ids.length, "block")}.`, json: { removed: ids } };
  },
});

/** Start and end of a window; the end is a day after the start unless it is given. */
export function readWindow(start: string, end: string | undefined, nowMs: number): { from: string; to: string } {
  const from = readTime(start, nowMs);
  const to = end === undefined ? new Date(Date.parse(from) + DAY_MS).toISOString() : readTime(end, nowMs);
  if (Date.parse(to) <= Date.parse(from)) throw usage("The window ends before it begins.");
  return { from, to };
}

export function required(name: string, value: string | undefined): string {
  if (value === undefined) throw usage(`--${name} is missing.`);
  return value;
}

function readSeconds(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const seconds = Number(word);
  if (!(seconds > 0)) throw usage("--seconds is a number of seconds, such as 1800.");
  return seconds;
}

/** Blocks and gaps in the order of time, on the channel's clock. */
export function scheduleText({ blocks, gaps, from, to }: Schedule, timeZone: string): string {
  const clock = (instant: string) => clockText(instant, timeZone);
  const lines = [
    ...blocks.map((block) => ({ at: block.startsAt, end: block.endsAt, what: titleOf(block), id: block.id })),
    ...gaps.map((gap) => ({ at: gap.from, end: gap.to, what: "– nothing –", id: "" })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const rows = lines.map(({ at, end, what, id }) => [
    clock(at),
    lengthText((Date.parse(end) - Date.parse(at)) / 1000),
    what,
    id,
  ]);
  const title = `${clock(from)} to ${clock(to)}, ${timeZone}`;
  return `${title}\n\n${columns([["START", "LENGTH", "WHAT", "BLOCK"], ...rows])}`;
}

function titleOf({ content, kind }: Block): string {
  const title = content?.title ?? (kind === "ad_break" ? "Ad break" : "(deleted)");
  return kind === "filler" ? `${title} (filler)` : title;
}

function blockText(block: Block): string {
  return `${titleOf(block)} at ${block.startsAt} for ${lengthText(block.durationSeconds)} (block ${block.id})`;
}
