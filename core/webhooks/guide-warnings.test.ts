import { describe, expect, test } from "vitest";
import { compareTold, GAP_AHEAD_MS, gapsAhead, slateFromMs } from "./guide-warnings";

const HOUR = 3_600_000;
const NOW = Date.UTC(2027, 2, 1, 20);
const block = (fromHours: number, toHours: number) => ({ fromMs: NOW + fromHours * HOUR, toMs: NOW + toHours * HOUR });
const guide = (blocks: { fromMs: number; toMs: number }[], nextStartMs: number | null = null) => ({
  nowMs: NOW,
  blocks,
  nextStartMs,
});

describe("gaps ahead", () => {
  test("of a full guide there are none", () => {
    expect(gapsAhead(guide([block(-1, 3), block(3, 7)]))).toEqual([]);
  });

  test("one between blocks has both ends; one at the end has the next start, or none", () => {
    const gap = { fromMs: NOW + 2 * HOUR, toMs: NOW + 2.5 * HOUR };
    expect(gapsAhead(guide([block(-1, 2), block(2.5, 7)]))).toEqual([gap]);
    expect(gapsAhead(guide([block(-1, 2)]))).toEqual([{ ...gap, toMs: null }]);
    expect(gapsAhead(guide([block(-1, 2)], NOW + 9 * HOUR))).toEqual([{ ...gap, toMs: NOW + 9 * HOUR }]);
  });

  test("a second or two between blocks is none", () => {
    expect(gapsAhead(guide([block(-1, 2), { fromMs: NOW + 2 * HOUR + 2_000, toMs: NOW + 7 * HOUR }]))).toEqual([]);
  });
});

describe("the slate", () => {
  const slate = (...args: Parameters<typeof guide>) => slateFromMs(guide(...args), gapsAhead(guide(...args)));

  test("is a risk when the guide ends within two hours, from now on when it is empty", () => {
    expect(slate([block(-1, 1.5)])).toBe(NOW + 1.5 * HOUR);
    expect(slate([])).toBe(NOW);
    expect(slate([block(-1, 1)], NOW + 20 * HOUR)).toBe(NOW + HOUR);
  });

  test("is none yet when the guide ends later, and none when something follows", () => {
    expect(slate([block(-1, 3)])).toBeNull();
    expect(slate([block(-1, 1), block(2, 7)])).toBeNull();
    expect(slate([block(-1, 7)])).toBeNull();
  });
});

describe("what was told of", () => {
  const gap = { fromMs: NOW + HOUR, toMs: NOW + 2 * HOUR };
  const told = { id: "one", ...gap };

  test("is the same gap while it shrinks, grows or has begun, and is not told of again", () => {
    for (const now of [gap, { ...gap, toMs: NOW + 1.5 * HOUR }, { fromMs: NOW, toMs: null }]) {
      expect(compareTold([now], [told])).toEqual({ fresh: [], kept: [{ id: "one", gap: now }], forgotten: [] });
    }
  });

  test("is forgotten once it is filled, so that it would be told of again", () => {
    expect(compareTold([], [told])).toEqual({ fresh: [], kept: [], forgotten: ["one"] });
    expect(compareTold([gap], [])).toEqual({ fresh: [gap], kept: [], forgotten: [] });
  });

  test("says nothing about another gap", () => {
    const other = { fromMs: NOW + 2 * HOUR, toMs: NOW + GAP_AHEAD_MS };
    expect(compareTold([gap, other], [told]).fresh).toEqual([other]);
  });
});
