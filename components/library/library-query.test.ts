import { expect, test } from "vitest";
import { LIBRARY_DEFAULTS, readLibraryQuery, writeLibraryQuery } from "./library-query";

test("a state survives the way through the address", () => {
  const state = {
    q: "news & weather",
    status: "failed",
    sort: "title",
    direction: "asc",
    page: 3,
    view: "grid",
  } as const;
  expect(readLibraryQuery(new URLSearchParams(writeLibraryQuery(state)))).toEqual(state);
});

test("the plain library has a plain address", () => {
  expect(writeLibraryQuery(LIBRARY_DEFAULTS)).toBe("");
  expect(readLibraryQuery(new URLSearchParams())).toEqual(LIBRARY_DEFAULTS);
});

test("nonsense in the address falls back to the defaults instead of reaching the API", () => {
  const search = new URLSearchParams("status=toString&sort=size&direction=up&page=-2&view=cards");
  expect(readLibraryQuery(search)).toEqual(LIBRARY_DEFAULTS);
});
