import { expect, test } from "vitest";
import { nextAddress } from "./next-address";

test("an address of ours is kept with its query", () => {
  expect(nextAddress("/library/42?q=news&page=2")).toBe("/library/42?q=news&page=2");
});

test("an address that leads to another host is dropped", () => {
  for (const foreign of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "/\t/evil",
  ]) {
    expect(nextAddress(foreign)).toBe("/library");
  }
});

test("without an address the library is next", () => {
  expect(nextAddress(undefined)).toBe("/library");
  expect(nextAddress([])).toBe("/library");
});
