import { expect, test } from "vitest";
import { addTags, MAX_TAGS } from "./tags";

test("several tags can be written at once, with commas or on lines", () => {
  expect(addTags(["news"], " late  night, Berlin\nlive ,")).toEqual(["news", "late night", "Berlin", "live"]);
});

test("a tag is there once, whatever its case", () => {
  expect(addTags(["News"], "news, NEWS")).toEqual(["News"]);
});

test("more tags than the API takes are left out", () => {
  const many = Array.from({ length: 80 }, (_, index) => `tag ${index}`).join(",");
  expect(addTags([], many)).toHaveLength(MAX_TAGS);
});

test("a tag is cut to the length the API takes", () => {
  expect(addTags([], "x".repeat(100))[0]).toHaveLength(60);
});
