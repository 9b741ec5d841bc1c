import fc from "fast-check";
import { expect, test } from "vitest";
import { Title } from "../contract";
import { titleOfFile } from "./title-of-file";

test.each([
  ["episode-1.mp4", "episode-1"],
  ["Mr. Smith goes home", "Mr. Smith goes home"],
  ["Vol. 2.final.MKV", "Vol. 2.final"],
  ["C:\\films\\Holiday.mov", "Holiday"],
  ["/home/ada/番組.mp4", "番組"],
  [".mp4", ".mp4"],
  ["  spaced .mp4", "spaced"],
])("%s is titled %s", (filename, title) => {
  expect(titleOfFile(filename)).toBe(title);
});

test("every file name gives a title that the API accepts", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 255 }), (filename) => {
      expect(Title.safeParse(titleOfFile(filename)).success).toBe(true);
    }),
  );
});
