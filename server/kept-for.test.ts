import { expect, test, vi } from "vitest";
import { keptFor } from "./kept-for";

const five = () => keptFor<number>({ keptMs: 5_000, most: 2 });

test("many who ask at once are answered by one making, until its time is over", async () => {
  const kept = five();
  const make = vi.fn(async () => make.mock.calls.length);
  const asked = [kept("a", 0, make), kept("a", 1, make), kept("a", 4_999, make)];
  expect(await Promise.all(asked)).toEqual([1, 1, 1]);
  expect(await kept("a", 5_000, make)).toBe(2);
});

test("a failure is told to those who waited for it and not kept", async () => {
  const kept = five();
  const away = async () => Promise.reject(new Error("away"));
  const asked = [kept("a", 0, away), kept("a", 0, away)];
  for (const each of asked) await expect(each).rejects.toThrow("away");
  expect(await kept("a", 0, async () => 7)).toBe(7);
});

test("keys are apart, and no more are kept than were allowed", async () => {
  const kept = five();
  const make = vi.fn(async () => make.mock.calls.length);
  for (const key of ["a", "b", "c"]) await kept(key, 0, make);
  expect(await kept("c", 1, make)).toBe(3);
  expect(await kept("a", 1, make), "the oldest has gone").toBe(4);
});

test("a clock that is set back makes anew", async () => {
  const kept = five();
  await kept("a", 10_000, async () => 1);
  expect(await kept("a", 3_000, async () => 2)).toBe(2);
});
