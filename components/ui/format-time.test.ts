import { expect, test } from "vitest";
import { formatDuration } from "./format-time";

test("a duration shows hours only when it has any, and pads what follows", () => {
  expect(formatDuration(0)).toBe("0:00");
  expect(formatDuration(42.4)).toBe("0:42");
  expect(formatDuration(725)).toBe("12:05");
  expect(formatDuration(3723)).toBe("1:02:03");
});

test("a duration that rounds up to the next minute is written as that minute", () => {
  expect(formatDuration(59.6)).toBe("1:00");
  expect(formatDuration(3599.7)).toBe("1:00:00");
});
