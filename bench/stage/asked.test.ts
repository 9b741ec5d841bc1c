import { expect, test } from "vitest";
import { askedOf, partsOf } from "./asked";

const NAMES = ["api", "playout"];
const PARTS = ["idle", "requests"];

test("nothing named means every bench, whole", () => {
  expect(askedOf([], NAMES)).toEqual([
    { name: "api", parts: [] },
    { name: "playout", parts: [] },
  ]);
  expect(partsOf({ name: "playout", parts: [] }, PARTS)).toEqual(new Set(PARTS));
});

test("a part is named behind its bench, and several of one bench run together", () => {
  const [asked] = askedOf(["playout:idle", "playout:requests"], NAMES);
  expect(asked).toEqual({ name: "playout", parts: ["idle", "requests"] });
  expect(partsOf({ name: "playout", parts: ["idle"] }, PARTS)).toEqual(new Set(["idle"]));
});

test("what there is is told when a name is wrong", () => {
  expect(() => askedOf(["playuot"], NAMES)).toThrow("There is no bench called playuot. There are: api, playout.");
  expect(() => partsOf({ name: "playout", parts: ["tick"] }, PARTS)).toThrow("It has: idle, requests.");
  expect(() => partsOf({ name: "api", parts: ["tick"] })).toThrow("It has: none.");
});
