import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gapsIn, type Stretch } from "./gaps";

const WINDOW = { fromMs: 100, toMs: 200 };

/** Blocks that do not overlap, in order of time, some of them outside of any window. */
const blocks = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 60 })), { maxLength: 20 })
  .map((steps) => {
    let atMs = 0;
    return steps.map(([pauseMs, lengthMs]): Stretch => {
      const block = { fromMs: atMs + pauseMs, toMs: atMs + pauseMs + lengthMs };
      atMs = block.toMs;
      return block;
    });
  });

const covers = (stretches: readonly Stretch[], ms: number) =>
  stretches.some(({ fromMs, toMs }) => fromMs <= ms && ms < toMs);

describe("gapsIn", () => {
  test("every instant of the window is in a block or in a gap, never in both", () => {
    fc.assert(
      fc.property(blocks, (occupied) => {
        const gaps = gapsIn(WINDOW, occupied);
        for (let ms = WINDOW.fromMs; ms < WINDOW.toMs; ms++) {
          expect(covers(gaps, ms)).toBe(!covers(occupied, ms));
        }
      }),
    );
  });

  test("gaps are not empty, do not touch and stay inside the window", () => {
    fc.assert(
      fc.property(blocks, (occupied) => {
        const gaps = gapsIn(WINDOW, occupied);
        for (const [index, gap] of gaps.entries()) {
          expect(gap.toMs).toBeGreaterThan(gap.fromMs);
          expect(gap.fromMs).toBeGreaterThan(gaps[index - 1]?.toMs ?? WINDOW.fromMs - 1);
          expect(gap.toMs).toBeLessThanOrEqual(WINDOW.toMs);
        }
      }),
    );
  });

  test("an empty guide is one gap; a full one has none", () => {
    expect(gapsIn(WINDOW, [])).toEqual([WINDOW]);
    expect(gapsIn(WINDOW, [{ fromMs: 0, toMs: 300 }])).toEqual([]);
  });
});
