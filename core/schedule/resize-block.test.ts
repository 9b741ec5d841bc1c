import fc from "fast-check";
import { expect, test } from "vitest";
import { axisFor } from "./grid-axis";
import { endLimits, resized, snapEnd } from "./resize-block";
import { at, MINUTE, slot, spans, T0 } from "./testing/guides";

test("an end goes as far as the content does and leaves a second; the start takes the picture's beginning with it", () => {
  const part = slot("a", 60, 90, { offsetMs: 10 * MINUTE, contentMs: 50 * MINUTE });
  expect(spans([resized(part, "end", at(500))])).toEqual([["a", 60, 100]]);
  expect(resized(part, "end", at(0)).toMs).toBe(at(60) + 1000);
  const earlier = resized(part, "start", at(0));
  expect([spans([earlier]), earlier.offsetMs]).toEqual([[["a", 50, 90]], 0]);
  const later = resized(part, "start", at(70));
  expect([spans([later]), later.offsetMs]).toEqual([[["a", 70, 90]], 20 * MINUTE]);
});

test("what is shown never changes its time, and never lies outside the content", () => {
  fc.assert(
    fc.property(
      fc.nat(60),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: -200, max: 300 }),
      fc.constantFrom("start" as const, "end" as const),
      (offset, length, to, end) => {
        const block = slot("a", 100, 100 + length, { offsetMs: offset * MINUTE });
        const after = resized(block, end, at(to));
        expect(after.fromMs - after.offsetMs).toBe(block.fromMs - block.offsetMs);
        expect(after.offsetMs).toBeGreaterThanOrEqual(0);
        expect(after.offsetMs + after.toMs - after.fromMs).toBeLessThanOrEqual(120 * MINUTE);
        expect(after.toMs - after.fromMs).toBeGreaterThanOrEqual(1000);
      },
    ),
  );
});

test("a break has no content to run out of", () => {
  const pause = slot("a", 60, 62, { kind: "ad_break", contentItemId: null, contentMs: null });
  expect(endLimits(pause, "end").mostMs).toBe(Number.POSITIVE_INFINITY);
  expect(resized(pause, "start", at(50)).offsetMs).toBe(0);
});

test("an end holds on to a neighbour, then to a five-minute mark, then to the second", () => {
  const axis = axisFor({ fromMs: T0, toMs: at(1440) }, 60, 1200); // 3 s to the pixel
  expect(snapEnd(axis, at(20) + 30_000, [at(20) + 567], false)).toBe(at(20) + 567);
  expect(snapEnd(axis, at(25) + 20_000, [], false)).toBe(at(25));
  expect(snapEnd(axis, at(22) + 20_400, [at(40)], false)).toBe(at(22) + 20_000);
  expect(snapEnd(axis, at(20) + 2000, [at(20) + 567], true)).toBe(at(20) + 2000);
});
