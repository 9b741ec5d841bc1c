import { expect, test } from "vitest";
import { menuTarget } from "./menu-keys";

const labels = ["Account", "API keys", "Light", "Sign out"];

test("arrows go round the menu in both directions", () => {
  expect(menuTarget("ArrowDown", -1, labels)).toBe(0);
  expect(menuTarget("ArrowDown", 3, labels)).toBe(0);
  expect(menuTarget("ArrowUp", 0, labels)).toBe(3);
  expect(menuTarget("ArrowUp", -1, labels)).toBe(3);
});

test("Home and End jump to the ends", () => {
  expect(menuTarget("Home", 2, labels)).toBe(0);
  expect(menuTarget("End", 0, labels)).toBe(3);
});

test("a letter finds the next entry that begins with it, and goes round", () => {
  expect(menuTarget("a", 0, labels)).toBe(1);
  expect(menuTarget("A", 1, labels)).toBe(0);
  expect(menuTarget("s", -1, labels)).toBe(3);
});

test("keys that mean nothing in a menu are left alone", () => {
  for (const key of ["Enter", "Tab", " ", "z", "F5"]) expect(menuTarget(key, 0, labels)).toBeNull();
  expect(menuTarget("ArrowDown", -1, [])).toBeNull();
});
