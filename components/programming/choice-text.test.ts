import { expect, test } from "vitest";
import { choiceText, isEmptyChoice, tidyChoice } from "./choice-text";

const names = (id: string) => ({ a: "Bumpers", b: "Shorts" })[id];

test.each([
  [{ contentItemIds: ["1"] }, "1 item"],
  [{ tags: ["ident", "promo"] }, "everything tagged “ident” or “promo”"],
  [{ contentGroupIds: ["a", "gone"] }, "the groups “Bumpers” and “a deleted group”"],
  [
    { contentItemIds: ["1", "2"], tags: ["x", "y", "z"], contentGroupIds: ["a"] },
    "2 items, everything tagged “x”, “y”, or “z”, and the group “Bumpers”",
  ],
])("%j reads as a sentence", (choice, text) => {
  expect(choiceText(choice, names)).toBe(text);
});

test("an empty choice is known as such and left out", () => {
  expect(isEmptyChoice({ tags: [], contentItemIds: [] })).toBe(true);
  expect(tidyChoice({ tags: [], contentItemIds: ["1"] })).toEqual({ contentItemIds: ["1"] });
});
