import { expect, test } from "vitest";
import { addSample, type Sample, speedOf, timeLeft } from "./speed";

test("speed is that of the last moments, not of the whole upload", () => {
  let samples: Sample[] = [];
  for (let second = 0; second <= 60; second++) {
    const sentBytes = second <= 50 ? second * 1_000_000 : 50_000_000 + (second - 50) * 2_000_000;
    samples = addSample(samples, { atMs: second * 1000, sentBytes });
  }
  expect(speedOf(samples)).toBe(2_000_000);
  expect(samples.length).toBeLessThan(12);
});

test("too little is known at the start", () => {
  expect(speedOf([])).toBeNull();
  expect(speedOf([{ atMs: 0, sentBytes: 0 }])).toBeNull();
  expect(
    speedOf([
      { atMs: 0, sentBytes: 0 },
      { atMs: 500, sentBytes: 9 },
    ]),
  ).toBeNull();
});

test.each([
  [1_000, 100, "10 s left"],
  [6_000, 100, "1 min left"],
  [360_000, 100, "1 h left"],
  [480_000, 100, "1 h 20 min left"],
  [100 * 86_400 * 3, 100, "3 days left"],
])("%d bytes at %d a second: %s", (left, speed, words) => {
  expect(timeLeft(left, speed)).toBe(words);
});

test("no speed, no promise", () => {
  expect(timeLeft(1000, null)).toBeNull();
  expect(timeLeft(1000, 0)).toBeNull();
});
