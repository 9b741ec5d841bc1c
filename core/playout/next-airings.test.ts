import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Airing } from "./airing";
import { nextAirings, type ScheduledBlock } from "./next-airings";
import { itemShape, type LibraryItem, libraryItem, SLATE } from "./testing/arbitrary-library";
import { SimulatedChannel } from "./testing/simulated-channel";
import { segmentUs, stretchUs } from "./track-time";

const START = Date.UTC(2026, 10, 21, 20);
/** Half of the longest segment that the profile allows, a whole one with its tail, and rounding. */
const HALF_SEGMENT_MS = 2_521;

/** An item of 4 s segments, the last one as long as remains. */
function item(number: number, seconds: number): LibraryItem {
  const wholeSegments = Math.max(0, Math.ceil(seconds / 4) - 1);
  return libraryItem(number, { rate: 4, wholeSegments, lastSeconds: seconds - wholeSegments * 4, bestRung: 0 });
}

let blocks = 0;
function block(of: LibraryItem | null, atSeconds: number, seconds: number, kind: ScheduledBlock["kind"] = "content") {
  const startsAtMs = START + Math.round(atSeconds * 1000);
  const endsAtMs = startsAtMs + Math.round(seconds * 1000);
  return { id: `b${blocks++}`, kind, startsAtMs, endsAtMs, item: of } satisfies ScheduledBlock;
}

/**
 * What a channel with this guide plays from `START`, as text: item or slate, first segment, count, start in seconds.
 * Published `publishedAfterSeconds` later.
 */
function plays(channel: SimulatedChannel, seconds: number, publishedAfterSeconds = 0): string[] {
  channel.line = nextAirings({
    channelId: "channel",
    recent: [],
    newestMayGoOn: true,
    nowMs: START + publishedAfterSeconds * 1000,
    fromUs: START * 1000,
    untilUs: (START + seconds * 1000) * 1000,
    blocks: channel.blocks,
    loop: channel.loop,
    filler: channel.filler,
    previousLoopItemId: null,
    tables: channel.tables,
  }).airings;
  return channel.line.map((airing) => {
    const name = airing.contentItemId ? Number(airing.contentItemId.slice(-3)) : "slate";
    const at = (airing.startsAtUs / 1000 - START) / 1000;
    return `${name} ${airing.firstSegment}+${airing.segmentCount} @${at}`;
  });
}

function channelOf(schedule: ScheduledBlock[], filler: LibraryItem[] = [], loop: LibraryItem[] = []): SimulatedChannel {
  const items = schedule.flatMap((each) => (each.item ? [each.item as LibraryItem] : []));
  const channel = new SimulatedChannel(items, filler, loop);
  channel.blocks = schedule;
  return channel;
}

describe("what plays", () => {
  const slateUs = stretchUs(SLATE.video, 0, SLATE.video.ticks.length);

  test("programmes back to back play in full, without anything between them", () => {
    const [a, b] = [item(1, 40), item(2, 30)];
    expect(plays(channelOf([block(a, 0, 40), block(b, 40, 30), block(a, 70, 40)]), 105)).toEqual([
      "1 0+10 @0",
      "2 0+8 @40",
      "1 0+9 @70",
    ]);
  });

  test("a programme is cut at the boundary nearest to the end of its block", () => {
    const a = item(1, 40);
    const b = item(2, 90);
    expect(plays(channelOf([block(a, 0, 29), block(b, 29, 90)]), 100)[1]).toBe("2 0+18 @28");
    expect(plays(channelOf([block(a, 0, 31), block(b, 31, 90)]), 100)[1]).toBe("2 0+17 @32");
  });

  test("a gap shorter than half a segment plays nothing", () => {
    const [a, b] = [item(1, 40), item(2, 60)];
    expect(plays(channelOf([block(a, 0, 40), block(b, 41.9, 60)], [item(3, 8)]), 90)).toEqual([
      "1 0+10 @0",
      "2 0+13 @40",
    ]);
  });

  test("a gap plays filler that fits, else filler that is cut at its end", () => {
    const [a, b] = [item(1, 40), item(2, 60)];
    const fits = channelOf([block(a, 0, 40), block(b, 60, 60)], [item(3, 400), item(4, 20), item(5, 300)]);
    expect(plays(fits, 90)).toEqual(["1 0+10 @0", "4 0+5 @40", "2 0+8 @60"]);
    const cut = channelOf([block(a, 0, 40), block(b, 60, 60)], [item(3, 400)]);
    expect(plays(cut, 90)).toEqual(["1 0+10 @0", "3 0+5 @40", "2 0+8 @60"]);
  });

  test("a gap without filler plays the slate, one airing for each of its loops", () => {
    const line = plays(channelOf([block(item(2, 60), 80, 60)]), 84);
    const loops = Math.ceil((80_000_000 - 2_021_000) / slateUs);
    expect(line.slice(0, -1).every((text) => text.startsWith("slate 0+"))).toBe(true);
    expect(line).toHaveLength(loops + 1);
  });

  test("the time of a deleted programme, and an ad break, play as a gap", () => {
    const [a, ad] = [item(1, 40), item(3, 10)];
    const gone = block(null, 40, 20);
    const channel = channelOf([block(a, 0, 40), gone, block(null, 60, 20, "ad_break"), block(a, 80, 40)], [ad]);
    expect(plays(channel, 100)).toEqual(["1 0+10 @0", "3 0+3 @40", "3 0+3 @50", "3 0+3 @60", "3 0+3 @70", "1 0+5 @80"]);
    expect(channel.line.map((airing) => airing.blockId)).toEqual([
      expect.any(String),
      null,
      null,
      channel.blocks[2]!.id,
      channel.blocks[2]!.id,
      expect.any(String),
    ]);
  });

  test("a loop plays in order around scheduled programmes and goes on where it was", () => {
    const loop = [item(1, 20), item(2, 20), item(3, 20)];
    expect(plays(channelOf([block(item(9, 24), 51, 24)], [], loop), 120)).toEqual([
      "1 0+5 @0",
      "2 0+5 @20",
      "3 0+3 @40",
      "9 0+6 @52",
      "1 0+5 @76",
      "2 0+5 @96",
      "3 0+1 @116",
    ]);
  });

  test("a programme that began long ago is joined at the segment boundary nearest to the schedule", () => {
    const film = item(1, 600);
    for (const [late, segment] of [
      [101, 25],
      [103, 26],
    ] as const) {
      const channel = channelOf([block(film, -late, 600)]);
      expect(plays(channel, 80)[0]).toMatch(new RegExp(`^1 ${segment}\\+`));
    }
  });

  test("a programme that ended before the channel was published does not air, though the window begins before", () => {
    const line = plays(channelOf([block(item(1, 60), 0, 60), block(item(2, 60), 62, 60)]), 100, 66);
    expect(line.some((text) => text.startsWith("1 "))).toBe(false);
    expect(line.some((text) => text.startsWith("2 0+"))).toBe(true);
  });

  test("a programme that ends before its block ends is followed by filler and does not begin again", () => {
    const short = item(1, 20);
    const line = plays(channelOf([block(short, 0, 50), block(item(2, 60), 50, 60)], [item(3, 5)]), 80);
    expect(line.filter((text) => text.startsWith("1 "))).toEqual(["1 0+5 @0"]);
    expect(line.filter((text) => text.startsWith("3 ")).length).toBe(6);
  });
});

describe("filler", () => {
  const gap = (channelId: string, filler: LibraryItem[]) => {
    const channel = channelOf([], filler);
    plays(channel, 2_000);
    return channel.line.map((airing) => `${channelId} ${airing.contentItemId}`);
  };

  test("is the same whenever the same gap is decided, and takes turns", () => {
    const filler = [item(1, 21), item(2, 33), item(3, 27), item(4, 30)];
    expect(gap("channel", filler)).toEqual(gap("channel", filler));
    expect(new Set(gap("channel", filler)).size).toBe(4);
  });

  test("never repeats the item before it if there is another", () => {
    fc.assert(
      fc.property(fc.array(itemShape, { minLength: 2, maxLength: 5 }), (shapes) => {
        const channel = channelOf(
          [],
          shapes.map((shape, index) => libraryItem(index + 1, shape)),
        );
        plays(channel, 600);
        for (const [index, airing] of channel.line.entries()) {
          expect(airing.contentItemId).not.toBe(channel.line[index - 1]?.contentItemId);
        }
      }),
      { numRuns: 50 },
    );
  });
});

const slot = fc.record({
  item: fc.nat(9),
  gapMs: fc.oneof(fc.constant(0), fc.nat(5_000), fc.nat(90_000)),
  cutMs: fc.oneof(fc.constant(0), fc.constant(0), fc.nat(30_000)),
});
const guide = fc.record({
  library: fc.array(itemShape, { minLength: 1, maxLength: 8 }),
  filler: fc.nat(4),
  slots: fc.array(slot, { minLength: 5, maxLength: 60 }),
});

function guideChannel(lived: {
  library: unknown[];
  filler: number;
  slots: { item: number; gapMs: number; cutMs: number }[];
}) {
  const items = (lived.library as Parameters<typeof libraryItem>[1][]).map((shape, index) =>
    libraryItem(index + 1, shape),
  );
  let atMs = 0;
  const schedule = lived.slots.map((each) => {
    const of = items[each.item % items.length]!;
    const lengthMs = Math.max(1_000, of.durationMs - each.cutMs);
    const made = block(of, (atMs + each.gapMs) / 1000, lengthMs / 1000);
    atMs += each.gapMs + lengthMs;
    return made;
  });
  return { channel: channelOf(schedule, items.slice(0, lived.filler)), endMs: START + atMs };
}

/** Distance of media time from the schedule wherever a programme begins. */
function driftsMs(channel: SimulatedChannel): number[] {
  const blockOf = new Map(channel.blocks.map((each) => [each.id, each]));
  return channel.line.flatMap((airing: Airing) => {
    const scheduled = airing.blockId === null ? undefined : blockOf.get(airing.blockId);
    if (!scheduled) return [];
    const table = channel.tables.get(airing.encodingId!)!;
    return [airing.startsAtUs / 1000 - scheduled.startsAtMs - stretchUs(table.video, 0, airing.firstSegment) / 1000];
  });
}

test("media time never drifts from the schedule by more than half a segment", () => {
  fc.assert(
    fc.property(guide, (lived) => {
      const { channel, endMs } = guideChannel(lived);
      channel.publish(START);
      for (let nowMs = START; nowMs < endMs; nowMs += 12_000) channel.commit(nowMs);
      for (const drift of driftsMs(channel)) expect(Math.abs(drift)).toBeLessThanOrEqual(HALF_SEGMENT_MS);
    }),
    { numRuns: 150 },
  );
});

test("every programme that is long enough to have a segment nearest to it airs, and ends within half a segment", () => {
  fc.assert(
    fc.property(guide, (lived) => {
      const { channel, endMs } = guideChannel(lived);
      channel.publish(START);
      for (let nowMs = START; nowMs < endMs; nowMs += 12_000) channel.commit(nowMs);
      for (const scheduled of channel.blocks) {
        if (scheduled.endsAtMs - scheduled.startsAtMs < 2 * HALF_SEGMENT_MS) continue;
        const aired = channel.line.filter((airing) => airing.blockId === scheduled.id);
        expect(aired).toHaveLength(1);
        expect(aired[0]!.endsAtUs / 1000 - scheduled.endsAtMs).toBeLessThanOrEqual(HALF_SEGMENT_MS);
        expect(scheduled.endsAtMs - aired[0]!.endsAtUs / 1000).toBeLessThanOrEqual(2 * HALF_SEGMENT_MS);
      }
    }),
    { numRuns: 80 },
  );
});

test("deciding in one step or in many gives the same airings", () => {
  fc.assert(
    fc.property(guide, fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1 }), (lived, steps) => {
      const whole = guideChannel(lived);
      const stepwise = new SimulatedChannel([]);
      stepwise.blocks = whole.channel.blocks;
      Object.assign(stepwise, { tables: whole.channel.tables, filler: whole.channel.filler });
      whole.channel.publish(START);
      stepwise.publish(START);
      let step = 0;
      for (let nowMs = START; nowMs < whole.endMs; nowMs += steps[step++ % steps.length]!) stepwise.commit(nowMs);
      whole.channel.commit(START, whole.endMs - START + 60_000);
      const shared = Math.min(whole.channel.line.length, stepwise.line.length) - 1;
      expect(shared).toBeGreaterThan(0);
      expect(stepwise.line.slice(0, shared)).toEqual(whole.channel.line.slice(0, shared));
    }),
    { numRuns: 60 },
  );
});

test("airings are one line: no hole, no overlap, no number twice, every segment within its item", () => {
  fc.assert(
    fc.property(guide, (lived) => {
      const { channel, endMs } = guideChannel(lived);
      channel.publish(START);
      channel.commit(START, endMs - START);
      for (const [index, airing] of channel.line.entries()) {
        const table = channel.tables.get(airing.encodingId ?? "slate")!;
        expect(airing.segmentCount).toBeGreaterThan(0);
        expect(airing.firstSegment + airing.segmentCount).toBeLessThanOrEqual(table.video.ticks.length);
        const lengthUs = stretchUs(table.video, airing.firstSegment, airing.segmentCount);
        expect(airing.endsAtUs).toBe(airing.startsAtUs + lengthUs);
        const before = channel.line[index - 1];
        if (!before) continue;
        expect(airing.startsAtUs).toBe(before.endsAtUs);
        expect(airing.mediaSequence).toBe(before.mediaSequence + before.segmentCount);
        expect(airing.discontinuitySequence).toBe(before.discontinuitySequence + 1);
      }
    }),
    { numRuns: 80 },
  );
});

test("after 30 days of programmes of odd lengths the drift is what it was on the first", () => {
  const days = 30;
  const library = Array.from({ length: 40 }, (_, index) =>
    libraryItem(index + 1, {
      rate: index,
      wholeSegments: 20 + ((index * 37) % 180),
      lastSeconds: 1 + ((index * 7.31) % 3.97),
      bestRung: 0,
    }),
  );
  const channel = new SimulatedChannel(library, library.slice(0, 5));
  let atMs = START;
  for (let index = 0; atMs < START + days * 86_400_000; index++) {
    const of = library[(index * 11) % library.length]!;
    const gapMs = index % 9 === 0 ? (index * 7_919) % 45_000 : 0;
    channel.blocks.push({ ...block(of, 0, 1), startsAtMs: atMs + gapMs, endsAtMs: atMs + gapMs + of.durationMs });
    atMs += gapMs + of.durationMs;
  }
  const schedule = channel.blocks;
  channel.publish(START);
  for (let day = 0; day < days; day++) {
    const fromMs = START + day * 86_400_000;
    channel.blocks = schedule.filter((each) => each.endsAtMs > fromMs && each.startsAtMs < fromMs + 90_000_000);
    channel.commit(fromMs, 86_400_000);
  }
  channel.blocks = schedule;
  const drifts = driftsMs(channel).map(Math.abs);
  expect(drifts.length).toBeGreaterThan(4_000);
  expect(Math.max(...drifts)).toBeLessThanOrEqual(HALF_SEGMENT_MS);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(drifts.slice(-500))).toBeLessThan(1_500);
});

test("the slate alone keeps time: after a day of its loops, media time is what the segments last", () => {
  const channel = channelOf([]);
  channel.publish(START);
  channel.commit(START, 86_400_000);
  const first = channel.line[0]!;
  const last = channel.line.at(-1)!;
  let exactUs = 0;
  for (const airing of channel.line.slice(0, -1)) {
    for (let index = 0; index < airing.segmentCount; index++) exactUs += segmentUs(SLATE.video, index);
  }
  expect(Math.abs(last.startsAtUs - first.startsAtUs - exactUs)).toBeLessThan(10_000);
});
