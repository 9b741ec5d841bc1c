import { expect, test } from "vitest";
import { matchesEtag } from "./if-match";

test.each([['"a.1"'], ["a.1"], ["*"], ['"b", "a.1"'], [' "a.1" ']])("%s names the tag", (header) => {
  expect(matchesEtag(header, '"a.1"')).toBe(true);
});

test.each([['"a.2"'], ["a"], ['W/"a.1"'], [""], ['"b", "c"']])("%s does not", (header) => {
  expect(matchesEtag(header, '"a.1"')).toBe(false);
});
