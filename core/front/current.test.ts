import { expect, test } from "vitest";
import { currentOf, percentOf } from "./current";

const at = (minute: number) => Date.parse("2026-05-03T20:00:00.000Z") + minute * 60_000;
const programme = (from: number, to: number) => ({
  startsAt: new Date(at(from)).toISOString(),
  endsAt: new Date(at(to)).toISOString(),
});
const film = programme(0, 60);
const news = programme(60, 75);

test("what has ended makes room for the next, and a break between them is no programme", () => {
  const known = { now: film, next: news };
  expect(currentOf(known, at(30))).toEqual(known);
  expect(currentOf(known, at(60))).toEqual({ now: news, next: null });
  expect(currentOf(known, at(75))).toEqual({ now: null, next: null });
  const late = programme(65, 75);
  expect(currentOf({ now: film, next: late }, at(62))).toEqual({ now: null, next: late });
});

test("how far a programme is never leaves its ends", () => {
  expect([-5, 0, 15, 60, 99].map((minute) => percentOf(film, at(minute)))).toEqual([0, 0, 25, 100, 100]);
});
