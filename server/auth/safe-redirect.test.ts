import { expect, test } from "vitest";
import { safeRedirect } from "./safe-redirect";

const OWN = "http://lineup.test";

test.each([
  ["/schedule?day=1#x", "http://lineup.test/schedule?day=1#x"],
  ["http://lineup.test/library", "http://lineup.test/library"],
  ["https://lineup.test/library", OWN],
  ["//evil.example", OWN],
  ["/\\evil.example", OWN],
  ["http://lineup.test.evil.example/", OWN],
  ["http://lineup.test@evil.example/", OWN],
  ["javascript:alert(1)", OWN],
  ["http://[", OWN],
])("%s leads to %s", (wished, target) => {
  expect(safeRedirect(wished, OWN)).toBe(target);
});
