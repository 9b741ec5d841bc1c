import { gapsIn, type Stretch } from "@/core/schedule/gaps";
import { snapEnd } from "@/core/schedule/resize-block";
import type { Ground } from "./ground";
import type { Caret } from "./guide-store";

/** A gap of a channel, as far as it can still be filled. */
export interface OpenGap extends Stretch {
  channelId: string;
  row: number;
}

/** The gaps of a row in order, as far as the row has been read; what is over or locked is none. */
function openGaps({ rows, index, known, editableFrom }: Ground, row: number): OpenGap[] {
  const line = rows[row];
  const read = line && known.get(line.channelId);
  if (!line || !read) return [];
  const { channelId } = line;
  const window = { fromMs: Math.max(line.fromMs, read.fromMs), toMs: Math.min(line.toMs, read.toMs) };
  if (window.fromMs >= window.toMs) return [];
  const earliestMs = editableFrom(channelId) ?? Number.NEGATIVE_INFINITY;
  return gapsIn(window, index.get(channelId) ?? []).flatMap(({ fromMs, toMs }) =>
    toMs > earliestMs ? { channelId, row, fromMs: Math.max(fromMs, earliestMs), toMs } : [],
  );
}

/** The gap at a place; null where there is none. */
export function gapAt(ground: Ground, { row, atMs }: Caret): OpenGap | null {
  return openGaps(ground, row).find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs) ?? null;
}

/** The next gap that begins after a place of its row, or the last that begins before it. */
export function gapTowards(ground: Ground, { row, atMs }: Caret, way: -1 | 1): OpenGap | null {
  const gaps = openGaps(ground, row);
  return (way > 0 ? gaps.find(({ fromMs }) => fromMs > atMs) : gaps.findLast(({ fromMs }) => fromMs < atMs)) ?? null;
}

/** The instant that a place of the guide stands for: what lies near it pulls, as it pulls an end that is held. */
export function snappedTo({ rows, index, axis }: Ground, { row, atMs }: Caret): number {
  const line = index.get(rows[row]?.channelId ?? "") ?? [];
  const edges = line.flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
  return snapEnd(axis, atMs, edges, false);
}
