import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gapsIn } from "./gaps";
import { axisFor, instantAt, nextZoom, rulerSteps, ticks, widthOf, xOf, ZOOM_MINUTES } from "./grid-axis";
import { stretchOfDay } from "./grid-day";
import { snapStart } from "./grid-snap";
import { conflictsWith, earliestOffer, nextFreeStart, overlaps, type Placed, refusalOf } from "./grid-space";
import { clockText, lengthText, parseRuntime, runtimeText } from "./grid-text";

const DAY = stretchOfDay("2026-11-21", "Europe/Berlin");
const MINUTE = 60_000;
const at = (text: string) => Date.parse(`2026-11-21T${text}+01:00`);
const block = (id: string, from: string, to: string): Placed => ({ id, fromMs: at(from), toMs: at(to) });
const zooms = fc.constantFrom(...ZOOM_MINUTES);
const viewportsPx = fc.integer({ min: 300, max: 2600 });

/** A day of blocks that touch or leave gaps, never overlapping. */
const days = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3_600_000 }), fc.integer({ min: 1000, max: 7_200_000 })), { maxLength: 30 })
  .map((steps) => {
    let reachedMs = DAY.fromMs;
    return steps.map(([pauseMs, durationMs], index): Placed => {
      const fromMs = reachedMs + pauseMs;
      reachedMs = fromMs + durationMs;
      return { id: String(index), fromMs, toMs: reachedMs };
    });
  });

describe("geometry", () => {
  test("a position names the instant that was drawn there, to the millisecond, at every zoom and width", () => {
    fc.assert(
      fc.property(zooms, viewportsPx, fc.integer({ min: 0, max: 86_400_000 }), (zoom, viewportPx, offsetMs) => {
        const axis = axisFor(DAY, zoom, viewportPx);
        expect(Math.round(instantAt(axis, xOf(axis, DAY.fromMs + offsetMs)))).toBe(DAY.fromMs + offsetMs);
      }),
    );
  });

  test("a block that ends where another starts is drawn without a gap and without overlap", () => {
    fc.assert(
      fc.property(zooms, viewportsPx, days, (zoom, viewportPx, blocks) => {
        const axis = axisFor(DAY, zoom, viewportPx);
        for (const one of blocks) {
          expect(xOf(axis, one.fromMs) + widthOf(axis, one.toMs - one.fromMs)).toBeCloseTo(xOf(axis, one.toMs), 5);
        }
      }),
    );
  });

  test("the widest zoom shows the whole day, on a day of 25 hours too", () => {
    const long = stretchOfDay("2026-10-25", "Europe/Berlin");
    expect(xOf(axisFor(long, 1440, 1200), long.toMs)).toBeCloseTo(1200);
  });

  test("zooming stops at both ends", () => {
    expect(nextZoom(1440, -1)).toBe(1440);
    expect(nextZoom(1440, 1)).toBe(720);
    expect(nextZoom(5, 1)).toBe(5);
  });

  test("labels of the ruler never come closer than 76 px", () => {
    fc.assert(
      fc.property(zooms, viewportsPx, (zoom, viewportPx) => {
        const axis = axisFor(DAY, zoom, viewportPx);
        expect(widthOf(axis, rulerSteps(axis).majorMs)).toBeGreaterThanOrEqual(76);
      }),
    );
  });

  test("marks stand on round times of the wall clock on both sides of a change of the clock", () => {
    const day = stretchOfDay("2026-03-29", "Europe/Berlin");
    const labels = ticks(axisFor(day, 1440, 4000), day, "Europe/Berlin")
      .filter((tick) => tick.isMajor)
      .map((tick) => clockText(tick.atMs, "Europe/Berlin", "minutes"));
    expect(labels.slice(0, 6)).toEqual(["00:00", "00:30", "01:00", "01:30", "03:00", "03:30"]);
    expect(labels).toHaveLength(46);
  });

  test("marks outside the visible stretch are not made", () => {
    const axis = axisFor(DAY, 5, 1200);
    const visible = { fromMs: at("20:00:00"), toMs: at("20:05:00") };
    const made = ticks(axis, visible, "Europe/Berlin");
    expect(made.length).toBeLessThan(100);
    expect(made.every((tick) => tick.atMs >= visible.fromMs && tick.atMs < visible.toMs)).toBe(true);
  });
});

describe("space", () => {
  test("touching is not overlapping", () => {
    expect(overlaps(block("a", "10:00:00", "11:00:00"), block("b", "11:00:00", "12:00:00"))).toBe(false);
    expect(overlaps(block("a", "10:00:00", "11:00:01"), block("b", "11:00:00", "12:00:00"))).toBe(true);
  });

  test("a block does not run into itself", () => {
    const blocks = [block("a", "10:00:00", "11:00:00")];
    expect(conflictsWith(blocks[0]!, blocks, "a")).toEqual([]);
    expect(conflictsWith(blocks[0]!, blocks)).toEqual(blocks);
  });

  test("the refusal names the blocks in the way, then the locked band", () => {
    const blocks = [block("a", "10:00:00", "11:00:00")];
    const held = { fromMs: at("10:30:00"), toMs: at("11:30:00") };
    expect(refusalOf(held, blocks, at("12:00:00"))).toEqual({ why: "overlap", conflictIds: ["a"] });
    expect(refusalOf(held, [], at("12:00:00"))).toEqual({ why: "locked", editableFromMs: at("12:00:00") });
    expect(refusalOf(held, [], at("10:30:00"))).toBeNull();
    expect(refusalOf(held, [], null)).toBeNull();
  });

  test("gaps and blocks together cover the day once", () => {
    fc.assert(
      fc.property(days, (blocks) => {
        const gaps = gapsIn(DAY, blocks);
        const inside = blocks
          .map((one) => ({ fromMs: Math.max(one.fromMs, DAY.fromMs), toMs: Math.min(one.toMs, DAY.toMs) }))
          .filter((one) => one.fromMs < one.toMs);
        const pieces = [...gaps, ...inside].sort((a, b) => a.fromMs - b.fromMs);
        expect(pieces[0]!.fromMs).toBe(DAY.fromMs);
        expect(pieces.at(-1)!.toMs).toBe(DAY.toMs);
        for (const [index, piece] of pieces.entries()) {
          expect(piece.fromMs).toBeLessThan(piece.toMs);
          if (index > 0) expect(piece.fromMs).toBe(pieces[index - 1]!.toMs);
        }
      }),
    );
  });

  test("the next free start is free, is the earliest, and is right after a block or where it was asked for", () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1000, max: 7_200_000 }),
        fc.nat(86_400_000),
        (blocks, durationMs, offsetMs) => {
          const earliestMs = DAY.fromMs + offsetMs;
          const startMs = nextFreeStart(blocks, durationMs, earliestMs, Number.POSITIVE_INFINITY);
          if (startMs === null) throw new Error("there is always room after the last block");
          expect(conflictsWith({ fromMs: startMs, toMs: startMs + durationMs }, blocks)).toEqual([]);
          const sooner = [earliestMs, ...blocks.map((one) => one.toMs)].filter((t) => t >= earliestMs && t < startMs);
          for (const t of sooner)
            expect(conflictsWith({ fromMs: t, toMs: t + durationMs }, blocks).length).toBeGreaterThan(0);
          expect([earliestMs, ...blocks.map((one) => one.toMs)]).toContain(startMs);
        },
      ),
    );
  });

  test("no free start is offered past the end of the day", () => {
    expect(nextFreeStart([block("a", "20:00:00", "23:59:59")], 2000, at("20:00:00"), DAY.toMs)).toBe(at("23:59:59"));
    expect(
      nextFreeStart([{ id: "a", fromMs: at("20:00:00"), toMs: DAY.toMs }], 2000, at("20:00:00"), DAY.toMs),
    ).toBeNull();
  });

  test("the first offer of today leaves the locked band behind; of another day it is midnight", () => {
    expect(earliestOffer(DAY, at("20:00:10"), at("20:01:12.500"))).toBe(at("20:02:00"));
    expect(earliestOffer(DAY, at("20:00:10"), null)).toBe(at("20:01:00"));
    expect(earliestOffer(stretchOfDay("2026-11-22", "Europe/Berlin"), at("20:00:10"), null)).toBe(DAY.toMs);
  });

  test("a day that is over is offered from its start on a draft, and not at all on the air", () => {
    const over = stretchOfDay("2026-11-20", "Europe/Berlin");
    expect(earliestOffer(over, at("20:00:10"), null)).toBe(over.fromMs);
    expect(nextFreeStart([], 1000, earliestOffer(over, at("20:00:10"), at("20:01:10")), over.toMs)).toBeNull();
  });
});

describe("snapping", () => {
  const axis = axisFor(DAY, 60, 1200); // 3 s to the pixel
  const blocks = [block("a", "20:00:00", "20:12:34.567"), block("b", "21:00:00", "21:30:00")];

  test("a block held near the end of another starts right after it, to the millisecond", () => {
    expect(snapStart(axis, at("20:12:10"), 10 * MINUTE, blocks)).toEqual({
      startMs: at("20:12:34.567"),
      to: "after",
      neighbourId: "a",
    });
  });

  test("a block whose end comes near another ends right before it", () => {
    expect(snapStart(axis, at("20:50:20"), 10 * MINUTE, blocks)).toEqual({
      startMs: at("20:50:00"),
      to: "before",
      neighbourId: "b",
    });
  });

  test("an edge that leaves no room does not pull", () => {
    // 50 minutes do not fit between a and b: right after a would run into b.
    expect(snapStart(axis, at("20:12:40"), 50 * MINUTE, blocks).to).not.toBe("after");
  });

  test("five-minute marks pull less than neighbours, and whole seconds are kept between them", () => {
    expect(snapStart(axis, at("22:05:20"), MINUTE, blocks)).toEqual({ startMs: at("22:05:00"), to: "mark" });
    expect(snapStart(axis, at("22:07:29.600"), MINUTE, blocks)).toEqual({ startMs: at("22:07:30"), to: "none" });
  });

  test("nothing pulls when the person asks for freedom", () => {
    expect(snapStart(axis, at("20:12:40"), MINUTE, blocks, { isFree: true })).toEqual({
      startMs: at("20:12:40"),
      to: "none",
    });
  });

  test("the end of the locked band pulls, with a little grace, and nothing inside it does", () => {
    const lock = { editableFromMs: at("20:20:00.400") };
    expect(snapStart(axis, at("20:20:20"), MINUTE, blocks, lock)).toEqual({ startMs: at("20:20:11"), to: "editable" });
    expect(snapStart(axis, at("20:12:40"), MINUTE, blocks, lock).to).not.toBe("after");
  });

  test("a moved block never moves further than an edge may pull, and never snaps onto something", () => {
    fc.assert(
      fc.property(
        zooms,
        days,
        fc.nat(86_400_000),
        fc.integer({ min: 1000, max: 7_200_000 }),
        (zoom, held, x, lengthMs) => {
          const scale = axisFor(DAY, zoom, 1200);
          const raw = DAY.fromMs + x;
          const snap = snapStart(scale, raw, lengthMs, held);
          expect(widthOf(scale, Math.abs(snap.startMs - raw))).toBeLessThanOrEqual(
            Math.max(14, widthOf(scale, 500)) + 1e-6,
          );
          if (snap.neighbourId) {
            expect(conflictsWith({ fromMs: snap.startMs, toMs: snap.startMs + lengthMs }, held)).toEqual([]);
          }
        },
      ),
    );
  });
});

describe("text", () => {
  test("lengths read as people say them", () => {
    expect([45_000, 750_000, 720_000, 7_500_000, 7_200_000].map((ms) => lengthText(ms))).toEqual([
      "45 s",
      "12 min 30 s",
      "12 min",
      "2 h 05 min",
      "2 h",
    ]);
    expect(lengthText(7_501_000, true)).toBe("2 h 05 min 01 s");
  });

  test("a runtime that is printed can be typed again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90_000 }), (seconds) => {
        expect(parseRuntime(runtimeText(seconds * 1000))).toBe(seconds * 1000);
      }),
    );
    expect(parseRuntime("1:90")).toBeNull();
    expect(parseRuntime("soon")).toBeNull();
    expect(parseRuntime("12.345")).toBe(12_345);
  });
});
