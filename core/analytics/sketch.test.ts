import fc from "fast-check";
import { expect, test } from "vitest";
import { addSession, countSessions, emptySketch, mergePacked, mergeSketch, packSketch } from "./sketch";

function sketchOf(sessions: Iterable<string>) {
  const sketch = emptySketch();
  for (const session of sessions) addSession(sketch, session);
  return sketch;
}

const named = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `session-${from + index}`);

test.each([0, 1, 2, 3, 10, 50])("%i sessions are counted exactly", (count) => {
  expect(countSessions(sketchOf(named(count)))).toBe(count);
});

test.each([1_000, 20_000, 200_000])("%i sessions are counted within 5 %", (count) => {
  const counted = countSessions(sketchOf(named(count)));
  expect(Math.abs(counted - count) / count).toBeLessThan(0.05);
});

test("names that look alike are spread as well as random ones", () => {
  const errors = Array.from(
    { length: 20 },
    (_, round) => countSessions(sketchOf(named(5_000, round * 1e6))) / 5_000 - 1,
  );
  const average = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  expect(Math.abs(average)).toBeLessThan(0.02);
});

test("who came twice counts once, and a union counts everybody once", () => {
  const union = sketchOf(named(30));
  mergeSketch(union, sketchOf(named(30, 15)));
  expect(countSessions(union)).toBe(countSessions(sketchOf(named(45))));
});

test("a sketch is the same after it was stored, and has 2 kB at most", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6_000 }), (count) => {
      const sketch = sketchOf(named(count));
      const packed = packSketch(sketch);
      expect(packed.length).toBeLessThanOrEqual(2048);
      const read = emptySketch();
      mergePacked(read, packed);
      expect(read).toEqual(sketch);
    }),
    { numRuns: 25 },
  );
});
