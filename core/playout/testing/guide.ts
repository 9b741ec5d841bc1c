import type { ScheduledBlock } from "../next-airings";
import { type LibraryItem, libraryItem } from "./arbitrary-library";
import { SimulatedChannel } from "./simulated-channel";

/** When the guides of these tests begin. */
export const START = Date.UTC(2026, 10, 21, 20);
/** An item of 4 s segments, the last one as long as remains. */
export function item(number: number, seconds: number): LibraryItem {
  const wholeSegments = Math.max(0, Math.ceil(seconds / 4) - 1);
  return libraryItem(number, { rate: 4, wholeSegments, lastSeconds: seconds - wholeSegments * 4, bestRung: 0 });
}

let blocks = 0;
/** A block in seconds from `START`. */
export function block(
  of: LibraryItem | null,
  atSeconds: number,
  seconds: number,
  kind: ScheduledBlock["kind"] = "content",
) {
  const startsAtMs = START + Math.round(atSeconds * 1000);
  const endsAtMs = startsAtMs + Math.round(seconds * 1000);
  return {
    id: `b${blocks++}`,
    kind,
    startsAtMs,
    endsAtMs,
    title: "A programme",
    offsetMs: 0,
    item: of,
  } satisfies ScheduledBlock;
}

/** A channel with this guide, and what may fill its gaps. */
export function channelOf(
  schedule: ScheduledBlock[],
  filler: LibraryItem[] = [],
  loop: LibraryItem[] = [],
): SimulatedChannel {
  const items = schedule.flatMap((each) => (each.item ? [each.item as LibraryItem] : []));
  const channel = new SimulatedChannel(items, filler, loop);
  channel.blocks = schedule;
  return channel;
}
