import { expect, test } from "vitest";
import { FAILING_ATTEMPTS, FAILING_FOR_MS, isGivenUp, judgeAnswer } from "./judge-answer";

test.each([
  [200, "delivered"],
  [204, "delivered"],
  [301, "failed"],
  [304, "failed"],
  [400, "failed"],
  [404, "failed"],
  [410, "gone"],
  [429, "failed"],
  [500, "failed"],
])("%d is %s", (status, verdict) => {
  const judged = judgeAnswer(status);
  expect(judged.verdict).toBe(verdict);
  expect(judged.error === null).toBe(verdict === "delivered");
});

test("an endpoint is given up when it has failed for long and often, not for one of the two", () => {
  const nowMs = Date.UTC(2027, 2, 10);
  const long = nowMs - FAILING_FOR_MS;
  expect(isGivenUp({ failingSinceMs: long, failures: FAILING_ATTEMPTS }, nowMs)).toBe(true);
  expect(isGivenUp({ failingSinceMs: long + 1, failures: 1000 }, nowMs)).toBe(false);
  expect(isGivenUp({ failingSinceMs: long, failures: FAILING_ATTEMPTS - 1 }, nowMs)).toBe(false);
  expect(isGivenUp({ failingSinceMs: null, failures: 0 }, nowMs)).toBe(false);
});
