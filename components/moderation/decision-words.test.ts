import { expect, test } from "vitest";
import { decisionWords, refusedWords } from "./decision-words";

const grace = { id: "1", name: "Grace" };

test("a decision names who made it, also when nobody or nobody any more is to be named", () => {
  expect(decisionWords({ action: "approved", moderator: grace })).toBe("Grace approved it");
  expect(decisionWords({ action: "blocked", moderator: null })).toBe("A former moderator blocked it");
  expect(decisionWords({ action: "resubmitted", moderator: null })).toBe("Its owner asked for another look");
  expect(decisionWords({ action: "released", moderator: null })).toMatch(/^The installation let it go/);
});

test("what others were faster with is counted", () => {
  expect([1, 3].map(refusedWords)).toEqual([
    "1 was decided about or deleted meanwhile",
    "3 were decided about or deleted meanwhile",
  ]);
});
