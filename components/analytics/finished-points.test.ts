import { expect, test } from "vitest";
import { finishedPoints } from "./finished-points";

const point = (at: string) => ({
  at: `2026-11-22T${at}:00.000Z`,
  viewers: 3,
  views: 1,
  watchSeconds: 60,
  impressions: 0,
});
const points = [point("12:00"), point("12:01"), point("12:02")];
const knownAtMs = Date.parse("2026-11-22T12:02:30Z");

test("the minute that still runs is left out, hours and days are drawn as far as they are", () => {
  expect(finishedPoints({ interval: "minute", points, knownAtMs })).toEqual(points.slice(0, 2));
  expect(finishedPoints({ interval: "hour", points, knownAtMs })).toEqual(points);
});

test("a minute belongs to the line from its end on", () => {
  const atItsEnd = Date.parse("2026-11-22T12:03:00Z");
  expect(finishedPoints({ interval: "minute", points, knownAtMs: atItsEnd })).toEqual(points);
});
