import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverOf, intervalEdges, MINUTE_MS, QUARTER_MS, requireChartable, windowFrom } from "./buckets";
import { changeOf, comparedDays } from "./compare";
import { retentionPoints, stretchesWatched } from "./position";
import { revenueOf } from "./revenue";

const HOUR_MS = 60 * MINUTE_MS;
const iso = (ms: number) => new Date(ms).toISOString();
const window = (from: string, to: string) => ({ fromMs: Date.parse(from), toMs: Date.parse(to) });
const hoursBetween = (edges: number[]) => edges.slice(1).map((edge, index) => (edge - edges[index]!) / HOUR_MS);

describe("days and hours", () => {
  test("a day has 23 hours when clocks go forward and 25 when they go back", () => {
    const spring = intervalEdges(window("2026-03-28T00:00:00Z", "2026-03-30T12:00:00Z"), "day", "Europe/Berlin");
    expect(hoursBetween(spring)).toEqual([24, 23, 24]);
    const autumn = intervalEdges(window("2026-10-24T00:00:00Z", "2026-10-26T12:00:00Z"), "day", "Europe/Berlin");
    expect(hoursBetween(autumn)).toEqual([24, 25, 24]);
  });

  test("hours begin where the clocks of the zone show them, half past in India", () => {
    const edges = intervalEdges(window("2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z"), "hour", "Asia/Kolkata");
    expect(edges.map(iso)).toEqual([
      "2026-01-01T09:30:00.000Z",
      "2026-01-01T10:30:00.000Z",
      "2026-01-01T11:30:00.000Z",
    ]);
  });

  test("edges rise, cover the window and lie on quarters of an hour, whatever the zone", () => {
    const zones = [
      "Europe/Berlin",
      "America/New_York",
      "Asia/Kathmandu",
      "Australia/Lord_Howe",
      "UTC",
      "Pacific/Chatham",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom("hour" as const, "day" as const),
        fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 0, 1) }),
        fc.integer({ min: 1, max: 20 * 24 * HOUR_MS }),
        (zone, interval, fromMs, lengthMs) => {
          const edges = intervalEdges({ fromMs, toMs: fromMs + lengthMs }, interval, zone);
          expect(edges[0]).toBeLessThanOrEqual(fromMs);
          expect(edges[1]).toBeGreaterThan(fromMs);
          expect(edges.at(-1)).toBeGreaterThanOrEqual(fromMs + lengthMs);
          for (const [index, edge] of edges.entries()) {
            expect(edge % QUARTER_MS).toBe(0);
            if (index > 0) expect(edge).toBeGreaterThan(edges[index - 1]!);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("windows that no chart can show are refused", () => {
    const now = Date.parse("2026-06-01T00:00:00Z");
    const tooLong = window("2026-05-01T00:00:00Z", "2026-05-03T00:00:00Z");
    expect(() => requireChartable(tooLong, "minute", now)).toThrow("25 hours");
    expect(() => requireChartable(tooLong, "hour", now)).not.toThrow();
    expect(() => requireChartable(window("2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z"), "minute", now)).toThrow(
      "35 days",
    );
    expect(() => windowFrom({ from: "2026-01-01T00:00:00Z", to: "2026-01-01T00:00:00Z" })).toThrow("later");
  });
});

describe("today against last week", () => {
  const compared = (now: string, zone: string) => {
    const { today, lastWeek } = comparedDays(Date.parse(now), zone);
    return [today, lastWeek].map(({ fromMs, toMs }) => [iso(fromMs), iso(toMs)]);
  };

  test("both end at the same time of day, the minute that runs included", () => {
    expect(compared("2026-06-10T14:20:30.000Z", "UTC")).toEqual([
      ["2026-06-10T00:00:00.000Z", "2026-06-10T14:21:00.000Z"],
      ["2026-06-03T00:00:00.000Z", "2026-06-03T14:21:00.000Z"],
    ]);
  });

  test("over a change of the clocks the time of day stays, not the number of hours", () => {
    // Sunday 29 March 2026: Berlin's clocks go from 2:00 to 3:00.
    expect(compared("2026-03-29T10:00:00.000Z", "Europe/Berlin")).toEqual([
      ["2026-03-28T23:00:00.000Z", "2026-03-29T10:01:00.000Z"],
      ["2026-03-21T23:00:00.000Z", "2026-03-22T11:01:00.000Z"],
    ]);
  });

  test("growth is a fraction, and nothing where there was nothing", () => {
    const figures = { views: 150, viewers: 50, watchSeconds: 0, impressions: 10 };
    const before = { views: 100, viewers: 100, watchSeconds: 0, impressions: 0 };
    expect(changeOf(figures, before)).toEqual({ views: 0.5, viewers: -0.5, watchSeconds: null, impressions: null });
  });
});

test("a cover holds every minute of the window once", () => {
  fc.assert(
    fc.property(fc.nat({ max: 300 }), fc.integer({ min: 1, max: 300 }), (from, length) => {
      const asked = { fromMs: from * MINUTE_MS, toMs: (from + length) * MINUTE_MS };
      const { quarters, minutes } = coverOf(asked, 0);
      const covered = [quarters, ...minutes]
        .filter(({ fromMs, toMs }) => fromMs < toMs)
        .sort((a, b) => a.fromMs - b.fromMs);
      expect(covered[0]!.fromMs).toBe(asked.fromMs);
      expect(covered.at(-1)!.toMs).toBe(asked.toMs);
      for (const [index, part] of covered.entries()) if (index > 0) expect(part.fromMs).toBe(covered[index - 1]!.toMs);
      expect(quarters.fromMs % QUARTER_MS).toBe(0);
      expect(quarters.toMs % QUARTER_MS).toBe(0);
    }),
  );
});

describe("revenue", () => {
  test("is summed before it is rounded, and names a price only where there is one", () => {
    const euro = { currency: "EUR", cpmMinor: 500 };
    expect(
      revenueOf([
        { ...euro, impressions: 1 },
        { ...euro, impressions: 1 },
      ]),
    ).toEqual({
      amountMinor: 1,
      currency: "EUR",
      cpmMinor: 500,
      others: [],
    });
    expect(
      revenueOf([
        { ...euro, impressions: 1000 },
        { ...euro, cpmMinor: 200, impressions: 1000 },
      ]),
    ).toMatchObject({
      amountMinor: 700,
      cpmMinor: null,
    });
  });

  test("of several currencies stands side by side, and of no channel is nothing", () => {
    const channels = [
      { currency: "EUR", cpmMinor: 100, impressions: 1000 },
      { currency: "USD", cpmMinor: 900, impressions: 1000 },
    ];
    expect(revenueOf(channels)).toEqual({
      amountMinor: 900,
      currency: "USD",
      cpmMinor: 900,
      others: [{ amountMinor: 100, currency: "EUR" }],
    });
    expect(revenueOf([])).toMatchObject({ amountMinor: 0, cpmMinor: 0 });
  });
});

describe("retention", () => {
  test("watch time lies in the stretches that were watched", () => {
    expect([...stretchesWatched(12_000, 9_000)]).toEqual([
      [0, 2_000],
      [1, 5_000],
      [2, 2_000],
    ]);
    expect([...stretchesWatched(3_000, 15_000)]).toEqual([[0, 3_000]]);
  });

  test("the curve spans the item in at most 100 points, each a share of the best", () => {
    const points = retentionPoints(
      new Map([
        [0, 10_000],
        [1, 5_000],
      ]),
      12_000,
    );
    expect(points.map(({ share }) => share)).toEqual([1, 0.5, 0]);
    expect(retentionPoints(new Map(), 3 * HOUR_MS).length).toBeLessThanOrEqual(100);
    expect(retentionPoints(new Map([[0, 1]]), 0)).toEqual([]);
  });
});
