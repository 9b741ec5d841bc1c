import type { Actor } from "@/core/actor";
import type { AsRun, AsRunLine, AsRunQuery, AsRunWindow } from "@/core/guide/as-run-contract";
import { windowOf } from "@/core/schedule/window";
import { ownChannel } from "../channels/own-channel";
import { asRunLine } from "./as-run-line";
import { type AsRunSpan, asRunCounts, asRunRows } from "./as-run-rows";

const DAY_MS = 24 * 3_600_000;

/**
 * One page of what a channel aired in a window of at most 31 days, against what it was to air, in order of time.
 * @throws request.invalid, resource.not_found
 */
export async function getAsRun(
  actor: Actor,
  channelId: string,
  { page, per_page, ...window }: AsRunQuery,
  now = new Date(),
): Promise<AsRun> {
  const span = await asRunSpan(actor, channelId, window, now);
  const [rows, { total, ...totals }] = await Promise.all([
    asRunRows(span, { skip: (page - 1) * per_page, take: per_page }),
    asRunCounts(span),
  ]);
  return {
    channelId: span.channelId,
    from: span.from.toISOString(),
    to: span.to.toISOString(),
    items: rows.map((row) => asRunLine(row, now.getTime())),
    total,
    page,
    perPage: per_page,
    totals,
  };
}

/** @throws request.invalid, resource.not_found */
export async function asRunSpan(actor: Actor, channelId: string, window: AsRunWindow, now: Date): Promise<AsRunSpan> {
  const to = window.to ?? now.toISOString();
  const from = window.from ?? new Date(Date.parse(to) - DAY_MS).toISOString();
  const { fromMs, toMs } = windowOf({ from, to });
  const { id } = await ownChannel(actor, channelId);
  return { channelId: id, from: new Date(fromMs), to: new Date(toMs), now };
}

/** All lines of the log, a day at a time. */
export async function* asRunLines(span: AsRunSpan): AsyncGenerator<AsRunLine[]> {
  for (let from = span.from; from < span.to; ) {
    const to = new Date(Math.min(from.getTime() + DAY_MS, span.to.getTime()));
    const rows = await asRunRows({ ...span, from, to }, { skip: 0, take: MOST_A_DAY });
    // What reaches over from the day before has been said.
    const begun = from > span.from ? rows.filter((row) => row.startsAtMs >= from.getTime()) : rows;
    yield begun.map((row) => asRunLine(row, span.now.getTime()));
    from = to;
  }
}

/** A segment lasts a second or more. */
const MOST_A_DAY = 200_000;
