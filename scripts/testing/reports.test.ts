import { expect, test } from "vitest";
import { readPlaywright } from "./playwright-stage";
import { readVitest } from "./vitest-stage";

const vitest = (counts: Record<string, number>) =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numFailedTestSuites: 0,
    ...counts,
  });
const playwright = (counts: Record<string, number>) =>
  JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...counts } });

test("passed and failed cases are counted as they are", () => {
  expect(readVitest(vitest({ numPassedTests: 5, numFailedTests: 2 }), false)).toEqual({ passed: 5, failed: 2 });
  expect(readPlaywright(playwright({ expected: 3, unexpected: 1 }), false)).toEqual({ passed: 3, failed: 1 });
});

test("a skipped, planned or flaky case counts as failed", () => {
  const skipped = vitest({ numPassedTests: 5, numPendingTests: 1, numTodoTests: 1 });
  expect(readVitest(skipped, true)).toEqual({ passed: 5, failed: 2 });
  expect(readPlaywright(playwright({ expected: 3, flaky: 1, skipped: 1 }), true)).toEqual({ passed: 3, failed: 2 });
});

test("a run that ends badly though every case passed is a failure", () => {
  expect(readVitest(vitest({ numPassedTests: 5 }), false)).toEqual({ passed: 5, failed: 1 });
  expect(readPlaywright(playwright({ expected: 3 }), false)).toEqual({ passed: 3, failed: 1 });
});

test("a run without a report, or without a single case, is a failure", () => {
  expect(readVitest("", true)).toEqual({ passed: 0, failed: 1 });
  expect(readVitest(vitest({}), true)).toEqual({ passed: 0, failed: 1 });
  expect(readPlaywright("{", true)).toEqual({ passed: 0, failed: 1 });
  expect(readPlaywright(playwright({}), true)).toEqual({ passed: 0, failed: 1 });
});
