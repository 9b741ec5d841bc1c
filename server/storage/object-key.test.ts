import { describe, expect, test } from "vitest";
import { isObjectKey, isPrefix } from "./object-key";

describe("a key is refused", () => {
  test.each([
    ["empty", ""],
    ["absolute", "/etc/passwd"],
    ["above its root", "../secret"],
    ["above its root in the middle", "media/../../secret"],
    ["a current folder", "media/./a"],
    ["an empty segment", "media//a"],
    ["a folder", "media/a/"],
    ["backslashes", "media\\..\\a"],
    ["a NUL", "media/a\0.mp4"],
    ["a line break", "media/a\r\nb"],
    ["our own folder of unfinished files", ".incoming/a"],
    ["a segment longer than file systems take", "a".repeat(256)],
    ["longer than S3 takes", `${"a/".repeat(600)}a`],
  ])("when it is %s", (_, key) => {
    expect(isObjectKey(key)).toBe(false);
  });
});

test("a key may hold dots, spaces and letters of any script", () => {
  for (const key of ["a", "media/a.b..c/x", "uploads/id/Folge 1.mp4", "uploads/id/番組.mp4", "a/.hidden"]) {
    expect(isObjectKey(key)).toBe(true);
  }
});

test("a prefix ends with a slash and follows the rules of keys", () => {
  expect(isPrefix("media/a/")).toBe(true);
  expect(isPrefix("media/a")).toBe(false);
  expect(isPrefix("/")).toBe(false);
  expect(isPrefix("media/../")).toBe(false);
});
