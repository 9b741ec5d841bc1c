import fc from "fast-check";
import { expect, test } from "vitest";
import { itemShape, libraryItem } from "../playout/testing/arbitrary-library";
import { joinProgrammes } from "./joined-programme";
import { splitBlock } from "./split-block";

/** 29.97 frames per second: segments of 4.004 s. */
const video = { timescale: 30_000, ticks: Array<number>(30).fill(120_120) };
const block = { offsetMs: 0, startsAtMs: 1_000_000, endsAtMs: 1_000_000 + 120_120 };

test("a block is cut at the segment boundary nearest to each point, and the later parts go on where it was cut", () => {
  expect(splitBlock(block, video, [61_000, 21_000], 30_000)).toEqual([
    { isBreak: false, offsetMs: 0, startsAtMs: 1_000_000, endsAtMs: 1_020_020 },
    { isBreak: true, offsetMs: 0, startsAtMs: 1_020_020, endsAtMs: 1_050_020 },
    { isBreak: false, offsetMs: 20_020, startsAtMs: 1_050_020, endsAtMs: 1_090_060 },
    { isBreak: true, offsetMs: 0, startsAtMs: 1_090_060, endsAtMs: 1_120_060 },
    { isBreak: false, offsetMs: 60_060, startsAtMs: 1_120_060, endsAtMs: 1_180_120 },
  ]);
});

test("points outside the block, at its ends or twice at one boundary make no part", () => {
  const later = { ...block, offsetMs: 20_020, endsAtMs: block.startsAtMs + 60_060 };
  const parts = splitBlock(later, video, [0, 4_000, 20_000, 40_000, 41_000, 80_080, 200_000], 15_000);
  expect(parts.map(({ offsetMs }) => offsetMs)).toEqual([20_020, 0, 40_040]);
});

test("422: without a point inside, nothing is divided", () => {
  expect(() => splitBlock(block, video, [500], 30_000)).toThrow(expect.objectContaining({ code: "request.invalid" }));
});

test("the parts are the whole block, longer by its breaks, and are joined to one programme again", () => {
  fc.assert(
    fc.property(itemShape, fc.array(fc.nat(250_000), { minLength: 1, maxLength: 8 }), (shape, points) => {
      const item = libraryItem(1, { ...shape, wholeSegments: shape.wholeSegments + 2 });
      const whole = { offsetMs: 0, startsAtMs: 0, endsAtMs: item.durationMs };
      const inside = points.map((point) => 4_004 + (point % (item.durationMs - 8_008)));
      const parts = splitBlock(whole, item.table.video, inside, 20_000);
      const breaks = parts.filter((part) => part.isBreak);
      expect(parts.at(-1)!.endsAtMs).toBe(item.durationMs + breaks.length * 20_000);
      const [joined, ...others] = joinProgrammes(
        parts.map((part) => ({
          ...part,
          kind: part.isBreak ? ("ad_break" as const) : ("content" as const),
          contentItemId: part.isBreak ? null : "film",
        })),
      );
      expect(others).toEqual([]);
      expect(joined!.blocks).toHaveLength(parts.length);
    }),
  );
});
