import { expect, test } from "vitest";
import { moveInList } from "./move-in-list";

test.each([
  [0, 2, "bca"],
  [2, 0, "cab"],
  [1, 1, "abc"],
  [0, -1, "abc"],
  [1, 9, "acb"],
  [7, 0, "abc"],
])("from place %s to place %s: %s", (from, to, after) => {
  expect(moveInList([..."abc"], from, to).join("")).toBe(after);
});
