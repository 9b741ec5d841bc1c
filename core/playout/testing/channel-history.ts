import fc from "fast-check";
import type { Airing } from "../airing";
import type { ScheduledBlock } from "../next-airings";
import { type ItemShape, itemShape, type LibraryItem, libraryItem } from "./arbitrary-library";
import { type Playlists, playlistsAt, SimulatedChannel } from "./simulated-channel";

export const START_MS = Date.UTC(2026, 10, 21, 20);
/** An instance reads the airings anew when less than this is left of those that it knows. */
const REFRESH_MS = 10_000;

/** Some twenty minutes in the life of a channel: a library, a guide, and what people and time do to it. */
export interface History {
  library: ItemShape[];
  filler: number;
  loops: boolean;
  guide: Slot[];
  steps: Step[];
}

interface Slot {
  item: number;
  gapMs: number;
  cutMs: number;
  kind: "content" | "filler" | "ad_break" | "deleted";
}

type Step =
  | { kind: "poll"; afterMs: number }
  | { kind: "tick"; afterMs: number }
  | { kind: "remove"; afterMs: number; block: number }
  | { kind: "shorten"; afterMs: number; byMs: number }
  | { kind: "add"; afterMs: number; slot: Slot }
  | { kind: "unpublish"; afterMs: number; forMs: number };

const slot: fc.Arbitrary<Slot> = fc.record({
  item: fc.nat(20),
  gapMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6_000 }), fc.integer({ min: 0, max: 60_000 })),
  cutMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })),
  kind: fc.constantFrom("content", "content", "content", "filler", "ad_break", "deleted"),
});
const afterMs = fc.integer({ min: 0, max: 7_000 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 16, arbitrary: fc.record({ kind: fc.constant("poll" as const), afterMs }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("tick" as const), afterMs }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), afterMs, block: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("shorten" as const), afterMs, byMs: fc.nat(30_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("add" as const), afterMs, slot }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("unpublish" as const), afterMs, forMs: fc.nat(200_000) }),
  },
);

export const history: fc.Arbitrary<History> = fc.record({
  library: fc.array(itemShape, { minLength: 1, maxLength: 6 }),
  filler: fc.nat(3),
  loops: fc.boolean(),
  guide: fc.array(slot, { maxLength: 25 }),
  steps: fc.array(step, { minLength: 40, maxLength: 250 }),
});

/** What an audience saw at one instant: from an instance that reads the database each time, and one that remembers. */
export interface Poll {
  nowMs: number;
  fresh: Playlists | null;
  remembered: Playlists | null;
  /** Grows with every time on air. */
  timesPublished: number;
}

export interface Observed {
  polls: Poll[];
  channel: SimulatedChannel;
  items: LibraryItem[];
}

/** Lives through a history and polls at every step. */
export function observe(lived: History): Observed {
  const items = lived.library.map((shape, index) => libraryItem(index + 1, shape));
  const filler = items.slice(0, lived.filler);
  const channel = new SimulatedChannel(items, filler, lived.loops ? items : []);
  channel.hasCaptions = true;
  channel.blocks = guideOf(lived.guide, items);
  let nowMs = START_MS;
  let timesPublished = 1;
  let remembered: Airing[] = [];
  channel.publish(nowMs);
  remembered = [...channel.line];
  const polls: Poll[] = [];

  const poll = () => {
    const left = (airings: Airing[]) => (airings.at(-1)?.endsAtUs ?? 0) - nowMs * 1000;
    if (left(channel.line) < REFRESH_MS * 1000) channel.commit(nowMs);
    if (left(remembered) < REFRESH_MS * 1000) remembered = [...channel.line];
    const read = (airings: Airing[]) => (channel.published ? playlistsAt(airings, channel.tables, nowMs) : null);
    polls.push({ nowMs, fresh: read(channel.line), remembered: read(remembered), timesPublished });
  };

  poll();
  for (const happening of lived.steps) {
    nowMs += happening.afterMs;
    if (happening.kind === "tick") channel.commit(nowMs);
    if (happening.kind === "unpublish") {
      poll();
      channel.unpublish(nowMs);
      poll();
      nowMs += happening.forMs;
      timesPublished++;
      channel.publish(nowMs);
      remembered = [...channel.line];
    }
    if (happening.kind === "remove" || happening.kind === "shorten" || happening.kind === "add") {
      channel.commit(nowMs);
      edit(channel, happening, items);
    }
    poll();
  }
  return { polls, channel, items };
}

function edit(
  channel: SimulatedChannel,
  change: Extract<Step, { kind: "remove" | "shorten" | "add" }>,
  items: LibraryItem[],
): void {
  const editableFromMs = channel.editableFromMs;
  const ahead = channel.blocks.filter((block) => block.startsAtMs >= editableFromMs);
  if (change.kind === "remove" && ahead.length > 0) {
    const gone = ahead[change.block % ahead.length];
    channel.blocks = channel.blocks.filter((block) => block !== gone);
  }
  if (change.kind === "shorten") {
    channel.blocks = channel.blocks.map((block) =>
      block.startsAtMs < editableFromMs && block.endsAtMs > editableFromMs
        ? { ...block, endsAtMs: Math.max(editableFromMs, block.endsAtMs - change.byMs) }
        : block,
    );
  }
  if (change.kind === "add") {
    const block = blockOf(change.slot, items, editableFromMs + change.slot.gapMs);
    const overlaps = channel.blocks.some(
      (other) => other.startsAtMs < block.endsAtMs && block.startsAtMs < other.endsAtMs,
    );
    if (!overlaps) channel.blocks = [...channel.blocks, block].sort((a, b) => a.startsAtMs - b.startsAtMs);
  }
}

let blocksMade = 0;
function blockOf(made: Slot, items: LibraryItem[], startsAtMs: number): ScheduledBlock {
  const item = items[made.item % items.length]!;
  const lengthMs = Math.max(1000, item.durationMs - made.cutMs);
  const plays = made.kind === "content" || made.kind === "filler";
  return {
    id: `block-${blocksMade++}`,
    kind: made.kind === "deleted" ? "content" : made.kind,
    title: "A programme",
    offsetMs: 0,
    startsAtMs,
    endsAtMs: startsAtMs + lengthMs,
    item: plays ? item : null,
  };
}

/** Slots laid one after the other, from two minutes before the channel goes on air. */
export function guideOf(slots: readonly Slot[], items: LibraryItem[]): ScheduledBlock[] {
  let atMs = START_MS - 120_000;
  return slots.map((each) => {
    const block = blockOf(each, items, atMs + each.gapMs);
    atMs = block.endsAtMs;
    return block;
  });
}
