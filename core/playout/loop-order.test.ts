import fc from "fast-check";
import { expect, test } from "vitest";
import { inLoopOrder, nextInLoop, resumeAfter } from "./loop-order";

const items = (...ids: string[]) => ids.map((contentItemId) => ({ contentItemId }));
const ids = (loop: readonly { contentItemId: string }[]) => loop.map((item) => item.contentItemId).join("");
const letters = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { minLength: 1 });
const always = () => true;

test("plays what is put in order first, then the rest by age", () => {
  expect(ids(inLoopOrder(items("a", "b", "c", "d"), ["c", "gone", "a"]))).toBe("cabd");
});

test("plays everything once before anything comes again, for ever", () => {
  fc.assert(
    fc.property(letters, letters, (there, order) => {
      const loop = inLoopOrder(items(...there), order);
      let previous: string | null = null;
      const played: string[] = [];
      for (let count = 0; count < 3 * loop.length; count++) {
        previous = nextInLoop(loop, previous, always)!.contentItemId;
        played.push(previous);
      }
      expect(played.join("")).toBe(ids(loop).repeat(3));
    }),
  );
});

test("goes on where it was when the item that played last is taken out, wherever it stood", () => {
  fc.assert(
    fc.property(letters, letters, fc.nat(), (there, order, pick) => {
      const before = inLoopOrder(items(...there), order);
      const gone = before[pick % before.length]!.contentItemId;
      const following = nextInLoop(before, gone, (item) => item.contentItemId !== gone);
      const left = before.filter((item) => item.contentItemId !== gone);
      expect(nextInLoop(left, resumeAfter(left, order, gone), always)).toEqual(following);
    }),
  );
});

test("passes over what may not play, and plays nothing when nothing may", () => {
  expect(nextInLoop(items("a", "b", "c"), "a", (item) => item.contentItemId !== "b")?.contentItemId).toBe("c");
  expect(nextInLoop(items("a"), "a", always)?.contentItemId).toBe("a");
  expect(nextInLoop(items("a", "b"), null, () => false)).toBeNull();
  expect(nextInLoop([], null, always)).toBeNull();
});
