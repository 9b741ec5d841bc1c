import { expect, test } from "vitest";
import { asksTooSoon, isReplay } from "./poll";
import { readUserCode, showUserCode } from "./user-code";

const now = new Date("2026-05-03T12:00:00.000Z");
const ago = (ms: number) => new Date(now.getTime() - ms);

test.each([
  ["first request", null, false],
  ["two seconds after the last", ago(2_000), true],
  ["at the interval", ago(5_000), false],
  ["a blink before the interval", ago(4_600), false],
])("polling: %s", (_, lastPolledAt, tooSoon) => {
  expect(asksTooSoon({ intervalSeconds: 5, lastPolledAt }, now)).toBe(tooSoon);
});

test("a refresh token used again is forgiven while the first reply may be on its way, and no longer", () => {
  expect([isReplay(null, now), isReplay(ago(20_000), now), isReplay(ago(61_000), now)]).toEqual([false, false, true]);
});

test("a code is found however it is typed", () => {
  expect(["wdjb-mjht", " WDJB MJHT", "wdjbmjht", showUserCode("WDJBMJHT")].map(readUserCode)).toEqual(
    Array(4).fill("WDJBMJHT"),
  );
});
