import { describe, expect, test } from "vitest";
import { containsPattern, searchTitle } from "./search-title";

describe("searchTitle", () => {
  test.each([
    ["Ökologie", "okologie"],
    ["STRASSE", "strasse"],
    ["Straße", "strasse"],
    ["Crème Brûlée", "creme brulee"],
    ["İstanbul", "istanbul"],
    ["Łódź", "lodz"],
    ["ＦＵＬＬ", "full"],
    ["Ærø", "aero"],
  ])("%s is searched as %s", (title, searched) => {
    expect(searchTitle(title)).toBe(searched);
    expect(searchTitle(searched)).toBe(searched);
  });
});

test("the signs of LIKE stand for themselves", () => {
  expect(containsPattern("50%_\\")).toBe("%50\\%\\_\\\\%");
});
