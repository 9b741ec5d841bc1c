import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Airing } from "./airing";
import { itemShape, libraryItem, SLATE } from "./testing/arbitrary-library";
import { block, channelOf, START } from "./testing/guide";
import { SimulatedChannel } from "./testing/simulated-channel";
import { segmentUs, stretchUs } from "./track-time";

vi.setConfig({ testTimeout: 60_000 }); // a second each, on a machine that does nothing else

/** Half of the longest segment that the profile allows, a whole one with its tail, and rounding. */
const HALF_SEGMENT_MS = 2_521;

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
