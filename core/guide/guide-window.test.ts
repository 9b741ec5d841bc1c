import { expect, test } from "vitest";
import { guideDays, guideWindow } from "./guide-window";

const BERLIN = "Europe/Berlin";

test("days are those of the viewer's clock", () => {
  const lateMs = Date.parse("2026-05-03T22:30:00Z"); // already Monday there
  expect(guideDays(lateMs, BERLIN).slice(0, 2)).toEqual(["2026-05-04", "2026-05-05"]);
  expect(guideDays(lateMs, "America/New_York")[0]).toBe("2026-05-03");
  expect(guideDays(lateMs, BERLIN)).toHaveLength(7);
});

test("today is shown from now on, another day from midnight to midnight, however long it is", () => {
  const nowMs = Date.parse("2026-10-24T18:05:42Z");
  expect(guideWindow("2026-10-24", nowMs, BERLIN)).toEqual({
    from: "2026-10-24T18:05:00.000Z",
    to: "2026-10-24T22:00:00.000Z",
  });
  const clocksGoBack = guideWindow("2026-10-25", nowMs, BERLIN);
  expect(Date.parse(clocksGoBack.to) - Date.parse(clocksGoBack.from)).toBe(25 * 3_600_000);
});

test("a day that has just ended still asks for a stretch of time", () => {
  const { from, to } = guideWindow("2026-05-03", Date.parse("2026-05-03T22:00:30Z"), BERLIN);
  expect(Date.parse(from)).toBeLessThan(Date.parse(to));
});
