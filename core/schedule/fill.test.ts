import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FillRequest, fillGaps } from "./fill";
import type { Stretch } from "./gaps";
import { gapsIn } from "./gaps";
import type { Showing } from "./occurrences";

const HOUR_MS = 3_600_000;

function request(fields: Partial<FillRequest>): FillRequest {
  return {
    gaps: [{ fromMs: 0, toMs: 10 * HOUR_MS }],
    library: [],
    strategy: "shuffle",
    showings: [],
    avoidRepeatMs: 0,
    nextStart: (ms) => ms,
    seed: "seed",
    ...fields,
  };
}

const items = (...hours: number[]) =>
  hours.map((length, index) => ({ id: String.fromCharCode(97 + index), durationMs: length * HOUR_MS }));
const order = (placed: readonly Showing[]) => placed.map((showing) => showing.contentItemId).join("");
const showing = (contentItemId: string, fromHour: number, toHour: number): Showing => ({
  contentItemId,
  fromMs: fromHour * HOUR_MS,
  toMs: toHour * HOUR_MS,
});

const anyRequest = fc
  .record({
    library: fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 8 }),
    present: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 40 })), { maxLength: 6 }),
    strategy: fc.constantFrom("shuffle" as const, "sequential" as const, "least_recent" as const),
    avoidRepeatMs: fc.integer({ min: 0, max: 200 }),
    stepMs: fc.integer({ min: 1, max: 15 }),
  })
  .map(({ library, present, strategy, avoidRepeatMs, stepMs }) => {
    let atMs = 0;
    const showings = present.map(([pauseMs, lengthMs], index) => {
      const fromMs = atMs + pauseMs;
      atMs = fromMs + lengthMs;
      return { contentItemId: String.fromCharCode(97 + (index % 8)), fromMs, toMs: atMs };
    });
    return request({
      gaps: gapsIn({ fromMs: 50, toMs: 400 }, showings),
      library: library.map((durationMs, index) => ({ id: String.fromCharCode(97 + index), durationMs })),
      strategy,
      showings,
      avoidRepeatMs,
      nextStart: (ms) => Math.ceil(ms / stepMs) * stepMs,
    });
  });

describe("any strategy", () => {
  test("items are placed whole, on marks, inside gaps, without overlap", () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        const lengths = new Map(asked.library.map((item) => [item.id, item.durationMs]));
        let endMs = Number.NEGATIVE_INFINITY;
        for (const { contentItemId, fromMs, toMs } of fillGaps(asked)) {
          expect(toMs - fromMs).toBe(lengths.get(contentItemId));
          expect(asked.nextStart(fromMs)).toBe(fromMs);
          expect(fromMs).toBeGreaterThanOrEqual(endMs);
          expect(asked.gaps.some((gap) => gap.fromMs <= fromMs && toMs <= gap.toMs)).toBe(true);
          endMs = toMs;
        }
      }),
    );
  });

  test("the same request gives the same answer", () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        expect(fillGaps(asked)).toEqual(fillGaps(asked));
      }),
    );
  });

  test("a gap is left only where no item fits, unless a series waits for a later gap", () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        fc.pre(asked.strategy !== "sequential");
        const shortestMs = Math.min(...asked.library.map((item) => item.durationMs));
        const placed = fillGaps(asked).map((one): Stretch => one);
        for (const gap of asked.gaps) {
          const inside = placed.filter((one) => one.fromMs >= gap.fromMs && one.toMs <= gap.toMs);
          const freeFromMs = asked.nextStart(inside.at(-1)?.toMs ?? gap.fromMs);
          expect(freeFromMs + shortestMs).toBeGreaterThan(gap.toMs);
        }
      }),
    );
  });

  test("an empty library and no gaps place nothing", () => {
    expect(fillGaps(request({}))).toEqual([]);
    expect(fillGaps(request({ gaps: [], library: items(1) }))).toEqual([]);
  });
});

describe("rights", () => {
  test("nothing is placed that does not lie wholly within its rights", () => {
    const limits = fc.array(
      fc.tuple(fc.option(fc.integer({ min: 0, max: 400 })), fc.option(fc.integer({ min: 0, max: 500 }))),
      {
        minLength: 8,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(anyRequest, limits, (asked, rights) => {
        const library = asked.library.map((item, index) => ({
          ...item,
          rightsFromMs: rights[index]?.[0],
          rightsUntilMs: rights[index]?.[1],
        }));
        const limited = new Map(library.map((item) => [item.id, item]));
        for (const { contentItemId, fromMs, toMs } of fillGaps({ ...asked, library })) {
          const item = limited.get(contentItemId)!;
          expect(fromMs).toBeGreaterThanOrEqual(item.rightsFromMs ?? 0);
          expect(toMs).toBeLessThanOrEqual(item.rightsUntilMs ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });

  test("what may be shown from eight on is placed from eight on, though nothing may be shown before", () => {
    const [film] = items(1);
    const library = [{ ...film!, rightsFromMs: 8 * HOUR_MS }];
    expect(fillGaps(request({ library }))).toEqual([showing("a", 8, 9), showing("a", 9, 10)]);
  });

  test("a series does not wait for an episode that may not be shown any more", () => {
    const library = items(1, 1, 1).map((item) => (item.id === "b" ? { ...item, rightsUntilMs: HOUR_MS } : item));
    const gaps = [
      { fromMs: 0, toMs: 3 * HOUR_MS },
      { fromMs: 4 * HOUR_MS, toMs: 6 * HOUR_MS },
    ];
    expect(order(fillGaps(request({ gaps, library, strategy: "sequential" })))).toBe("acaca");
  });
});

describe("a day that is filled for itself", () => {
  test("ends with a programme that goes on over midnight, and nothing starts after", () => {
    const placed = fillGaps(
      request({ gaps: [{ fromMs: 0, toMs: 48 * HOUR_MS }], library: items(5), startBeforeMs: 24 * HOUR_MS }),
    );
    expect(placed.at(-1)).toEqual(showing("a", 20, 25));
  });

  test("does not begin with what the day before ended with", () => {
    const showings = [showing("a", -3, -2), showing("b", -2, -1), showing("c", -1, 0)];
    for (const seed of ["1", "2", "3", "4", "5", "6"]) {
      const placed = order(fillGaps(request({ library: items(1, 1, 1, 1, 1, 1), showings, seed })));
      expect([...placed.slice(0, 3)].sort().join("")).toBe("def");
    }
  });
});

describe("shuffle", () => {
  test("everything comes once before anything comes again", () => {
    const placed = order(fillGaps(request({ library: items(1, 1, 1, 1, 1) })));
    expect([...placed.slice(0, 5)].sort().join("")).toBe("abcde");
    expect([...placed.slice(5)].sort().join("")).toBe("abcde");
  });

  test("nothing follows itself while there is anything else", () => {
    for (const seed of ["1", "2", "3", "4", "5", "6"]) {
      expect(order(fillGaps(request({ library: items(1, 1, 1), seed })))).not.toMatch(/(.)\1/);
    }
  });

  test("another window gives another order", () => {
    const orders = ["1", "2", "3", "4"].map((seed) =>
      order(fillGaps(request({ library: items(1, 1, 1, 1, 1), seed }))),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
  });
});

describe("sequential", () => {
  test("the series goes on from where the guide left off, and round again", () => {
    const placed = fillGaps(
      request({
        library: items(2, 2, 2),
        strategy: "sequential",
        showings: [showing("a", -5, -3), showing("b", -3, -1)],
      }),
    );
    expect(order(placed)).toBe("cabca");
  });

  test("an episode waits for a gap that can take it rather than being overtaken", () => {
    const gaps = [
      { fromMs: 0, toMs: 3 * HOUR_MS },
      { fromMs: 4 * HOUR_MS, toMs: 8 * HOUR_MS },
    ];
    const placed = fillGaps(request({ gaps, library: items(1, 4, 1), strategy: "sequential" }));
    expect(placed).toEqual([showing("a", 0, 1), showing("b", 4, 8)]);
  });

  test("an episode that no gap can take is passed over", () => {
    const gaps = [{ fromMs: 0, toMs: 3 * HOUR_MS }];
    expect(order(fillGaps(request({ gaps, library: items(1, 4, 1), strategy: "sequential" })))).toBe("aca");
  });
});

describe("least_recent", () => {
  test("what was never shown comes first, then what was shown longest ago", () => {
    const placed = fillGaps(
      request({
        library: items(2, 2, 2, 2),
        strategy: "least_recent",
        showings: [showing("c", -9, -7), showing("a", -6, -4), showing("d", -3, -1)],
      }),
    );
    expect(order(placed)).toBe("bcadb");
  });
});

describe("repeats", () => {
  test("are kept apart as long as the library allows, also from what comes later", () => {
    const placed = fillGaps(
      request({
        gaps: [{ fromMs: 0, toMs: 2 * HOUR_MS }],
        library: items(1, 1, 1, 1),
        avoidRepeatMs: 3 * HOUR_MS,
        showings: [showing("a", -1, 0), showing("b", 2, 3)],
      }),
    );
    expect([...order(placed)].sort().join("")).toBe("cd");
  });

  test("come as far apart as they can where the library is too small", () => {
    const placed = fillGaps(request({ library: items(1, 1), avoidRepeatMs: 24 * HOUR_MS }));
    expect(placed).toHaveLength(10);
    expect(order(placed)).not.toMatch(/(.)\1/);
  });

  test("a month of one-minute items from a large library takes seconds of the processor", () => {
    const library = Array.from({ length: 1500 }, (_, index) => ({ id: `item-${index}`, durationMs: 60_000 + index }));
    const gaps = [{ fromMs: 0, toMs: 31 * 24 * HOUR_MS }];
    const before = process.cpuUsage();
    for (const strategy of ["shuffle", "sequential", "least_recent"] as const) {
      expect(fillGaps(request({ gaps, library, strategy, avoidRepeatMs: 24 * HOUR_MS })).length).toBeGreaterThan(
        40_000,
      );
    }
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(20_000);
  }, 120_000);
});
