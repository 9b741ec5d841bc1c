import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { inTurn } from "./in-turn";

test("work of one key runs one after the other, in order; other keys do not wait", async () => {
  const seen: string[] = [];
  const work = (name: string, ms: number) => async () => {
    seen.push(`${name}>`);
    await sleep(ms);
    seen.push(`<${name}`);
    return name;
  };
  const answers = await Promise.all([
    inTurn("a", work("one", 30)),
    inTurn("a", work("two", 1)),
    inTurn("b", work("other", 1)),
  ]);
  expect(answers).toEqual(["one", "two", "other"]);
  expect(seen.filter((entry) => !entry.includes("other"))).toEqual(["one>", "<one", "two>", "<two"]);
  expect(seen.indexOf("<other")).toBeLessThan(seen.indexOf("<one"));
});

test("a failure is its own caller's only", async () => {
  const first = inTurn("c", () => Promise.reject(new Error("no")));
  const second = inTurn("c", async () => "yes");
  await expect(first).rejects.toThrow("no");
  await expect(second).resolves.toBe("yes");
});
