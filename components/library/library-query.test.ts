import { expect, test } from "vitest";
import {
  isFilteredBy,
  LIBRARY_DEFAULTS,
  type LibraryQuery,
  openItemIdOf,
  readLibraryQuery,
  writeLibraryQuery,
} from "./library-query";

test("a state survives the way through the address", () => {
  const state: LibraryQuery = {
    q: "news & weather",
    status: "failed",
    type: "episode",
    tag: "50% off",
    genre: "Drama",
    language: "pt-BR",
    series: "01234567-89ab-7cde-8f01-23456789abcd",
    group: "01234567-89ab-7cde-8f01-23456789abce",
    channel: "01234567-89ab-7cde-8f01-23456789abcf",
    sort: "title",
    direction: "asc",
    view: "grid",
  };
  expect(readLibraryQuery(new URLSearchParams(writeLibraryQuery(state)))).toEqual(state);
});

test("the plain library has a plain address", () => {
  expect(writeLibraryQuery(LIBRARY_DEFAULTS)).toBe("");
  expect(readLibraryQuery(new URLSearchParams())).toEqual(LIBRARY_DEFAULTS);
});

test("nonsense in the address falls back to the defaults instead of reaching the API", () => {
  const search = new URLSearchParams(
    "status=toString&type=constructor&sort=size&direction=up&view=cards&series=1&group=x",
  );
  expect(readLibraryQuery(search)).toEqual(LIBRARY_DEFAULTS);
});

test("order and view leave nothing out of the list; every filter does", () => {
  expect(isFilteredBy({ ...LIBRARY_DEFAULTS, sort: "views", view: "grid" })).toBe(false);
  expect(isFilteredBy({ ...LIBRARY_DEFAULTS, tag: "x" })).toBe(true);
  expect(isFilteredBy({ ...LIBRARY_DEFAULTS, q: "x" })).toBe(true);
});

test("the item that is open stands in the path", () => {
  expect(openItemIdOf("/library")).toBeNull();
  expect(openItemIdOf("/library/")).toBeNull();
  expect(openItemIdOf("/library/one%20item")).toBe("one item");
});
