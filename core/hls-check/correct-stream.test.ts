import { expect, test } from "vitest";
import { findingsOf } from "./testing/evening";

test("nothing is found in a correct stream with programmes, breaks, gaps, captions and an edit", () => {
  expect(findingsOf((reply) => reply)).toEqual([]);
});
