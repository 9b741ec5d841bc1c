import { expect, test } from "vitest";
import { libraryItem } from "./testing/arbitrary-library";
import { block, START } from "./testing/guide";
import { SimulatedChannel } from "./testing/simulated-channel";

const DAY_MS = 86_400_000;
/** Half of the longest segment that the profile allows, a whole one with its tail, and rounding. */
const HALF_SEGMENT_MS = 2_521;

/** Forty items of all frame rates, none of which lasts a whole number of segments, or of milliseconds. */
function oddLibrary() {
  return Array.from({ length: 40 }, (_, index) =>
    libraryItem(index + 1, {
      rate: index,
      wholeSegments: 60 + ((index * 37) % 700),
      lastSeconds: 1 + ((index * 7.31) % 3.97),
      bestRung: 0,
    }),
  );
}

test("over a year of airings, media time and schedule time never differ by more than half a segment", () => {
  const library = oddLibrary();
  const channel = new SimulatedChannel(library, library.slice(0, 5));
  let plannedUntilMs = START + 120_000; // what is already decided is no part of the guide
  let programmes = 0;
  let worstMs = 0;
  let airedMs = 0;
  channel.publish(START);
  for (let day = 0; day < 365; day++) {
    const fromMs = START + day * DAY_MS;
    const kept = channel.blocks.filter((each) => each.endsAtMs > fromMs);
    while (plannedUntilMs < fromMs + DAY_MS + 7_200_000) {
      const item = library[(programmes * 11) % library.length]!;
      const gapMs = programmes % 9 === 0 ? (programmes * 7_919) % 45_000 : 0;
      const cutMs = programmes % 7 === 0 ? (programmes * 3_571) % 60_000 : 0;
      const made = block(item, (plannedUntilMs + gapMs - START) / 1000, (item.durationMs - cutMs) / 1000);
      kept.push(made);
      plannedUntilMs = made.endsAtMs;
      programmes++;
    }
    channel.blocks = kept;
    channel.commit(fromMs, DAY_MS);
    const scheduled = new Map(kept.map((each) => [each.id, each]));
    for (const airing of channel.line.slice(0, -1)) {
      const planned = airing.blockId === null ? undefined : scheduled.get(airing.blockId);
      if (!planned) continue;
      worstMs = Math.max(worstMs, Math.abs(airing.startsAtUs / 1000 - planned.startsAtMs));
      worstMs = Math.max(worstMs, Math.abs(airing.endsAtUs / 1000 - planned.endsAtMs));
      airedMs += (airing.endsAtUs - airing.startsAtUs) / 1000;
    }
    channel.line = channel.line.slice(-9); // what a commit remembers, and the one that goes on
  }
  expect(worstMs).toBeLessThanOrEqual(HALF_SEGMENT_MS);
  expect(worstMs).toBeGreaterThan(1_000); // else nothing was cut or joined
  expect(airedMs).toBeGreaterThan(350 * DAY_MS);
}, 180_000);
