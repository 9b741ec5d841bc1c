import fc from "fast-check";
import { expect, test } from "vitest";
import type { Airing } from "./airing";
import { appended, continued } from "./continued";
import { nextAirings, type PlayoutInput } from "./next-airings";
import { libraryItem } from "./testing/arbitrary-library";
import { guideOf, history, START_MS } from "./testing/channel-history";
import { SimulatedChannel } from "./testing/simulated-channel";

const AHEAD_MS = 2 * 3_600_000;

/** Plans as the forecast does: from what is committed now, in a few long steps. */
function forecast(channel: SimulatedChannel, stepMs: number): Airing[] {
  const newest = channel.line.at(-1)!;
  const untilUs = (START_MS + AHEAD_MS) * 1000;
  let airings = [...channel.line];
  let input: Omit<PlayoutInput, "tables"> = {
    channelId: "channel",
    recent: channel.line.slice(-8),
    newestMayGoOn: true,
    nowMs: START_MS,
    fromUs: newest.endsAtUs,
    untilUs: 0,
    blocks: channel.blocks.filter((block) => block.endsAtMs * 1000 > newest.endsAtUs),
    loop: channel.loop,
    filler: channel.filler,
    previousLoopItemId:
      channel.line.findLast((airing) => airing.kind === "content" && airing.blockId === null)?.contentItemId ?? null,
  };
  while (input.fromUs < untilUs) {
    input = { ...input, untilUs: Math.min(input.fromUs + stepMs * 1000, untilUs) };
    const plan = nextAirings({ ...input, tables: channel.tables });
    airings = appended(airings, plan.airings);
    input = continued(input, plan.airings);
  }
  return airings;
}

test("what is forecast is what airs when nobody edits, however the clock ticks", () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 60_000, max: AHEAD_MS }), (lived, stepMs) => {
      const items = lived.library.map((shape, index) => libraryItem(index + 1, shape));
      const channel = new SimulatedChannel(items, items.slice(0, lived.filler), lived.loops ? items : []);
      channel.blocks = guideOf(lived.guide, items);
      channel.publish(START_MS);
      const told = forecast(channel, stepMs);
      for (let nowMs = START_MS, tick = 0; nowMs < START_MS + AHEAD_MS; tick++) {
        nowMs += 1 + (lived.steps[tick % lived.steps.length]!.afterMs % 7_000);
        channel.commit(nowMs);
      }
      const untilUs = (START_MS + AHEAD_MS) * 1000;
      const begun = (airings: readonly Airing[]) => airings.filter((airing) => airing.endsAtUs < untilUs);
      expect(begun(told)).toEqual(begun(channel.line));
    }),
    { numRuns: 40 },
  );
});
