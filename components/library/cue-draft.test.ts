import fc from "fast-check";
import { expect, test } from "vitest";
import { type CueDraft, cuesOf, cueTimeText, draftProblem, parseCueTime, shifted } from "./cue-draft";

const draft = (fields: Partial<CueDraft> = {}): CueDraft => ({
  key: "a",
  start: "0:01.000",
  end: "0:02.000",
  text: "Hello",
  settings: "",
  ...fields,
});

test("a time survives being written and read, to the millisecond", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99 * 3_600_000 }), (ms) => {
      expect(parseCueTime(cueTimeText(ms))).toBe(ms);
    }),
  );
});

test("what is no time is refused in words", () => {
  for (const start of ["", "x", "1", "0:61", "1:60:00"]) expect(draftProblem(draft({ start }))).toMatch(/begins/);
  expect(draftProblem(draft({ end: "0:00.900" }))).toBe("It ends before it begins.");
  expect(draftProblem(draft({ text: " \n" }))).toMatch(/says nothing/);
  expect(draftProblem(draft({ start: "61:00,5", end: "62:00" }))).toBeNull();
});

test("captions are saved in order of time, without the empty line that would cut one short", () => {
  const later = draft({ start: "0:05.000", end: "0:06.000", text: "later" });
  expect(cuesOf([later, draft({ text: "one\n\n two\n" })]).map(({ text }) => text)).toEqual(["one\n two", "later"]);
});

test("moving all of them stops at the beginning and leaves a half-typed time alone", () => {
  const [moved] = shifted([draft({ end: "0:0x" })], -1500);
  expect(moved).toMatchObject({ start: "0:00.000", end: "0:0x" });
});
