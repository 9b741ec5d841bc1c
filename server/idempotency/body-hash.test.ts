import { expect, test } from "vitest";
import { bodyHash } from "./body-hash";

test("JSON is compared by its value", async () => {
  expect(await bodyHash({ a: 1, b: [{ c: null, d: "x" }] })).toBe(await bodyHash({ b: [{ d: "x", c: null }], a: 1 }));
});

test.each([
  [{ a: 1 }, { a: "1" }],
  [{ a: [1, 2] }, { a: [2, 1] }],
  [{ a: null }, {}],
  [{ a: { b: 1 } }, { a: [["b", 1]], c: 1 }],
  [undefined, {}],
])("%j is another body than %j", async (one, other) => {
  expect(await bodyHash(one)).not.toBe(await bodyHash(other));
});

test("a file counts by its bytes", async () => {
  const form = (text: string) => ({ file: new File([text], "a.vtt") });
  expect(await bodyHash(form("one"))).toBe(await bodyHash(form("one")));
  expect(await bodyHash(form("one"))).not.toBe(await bodyHash(form("two")));
});
