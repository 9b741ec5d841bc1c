import { expect, test } from "vitest";
import { pastedRows, tooMany } from "./pasted-rows";

test("each line is one address, once; manifests are linked", () => {
  const rows = pastedRows(
    " https://e.com/the%20sea.mp4 \r\n\nhttps://e.com/live.m3u8?x=1\nhttps://e.com/the%20sea.mp4\nno url",
  );
  expect(rows.map(({ url, kind, guess }) => [url, kind, guess])).toEqual([
    ["https://e.com/the%20sea.mp4", "url", "the sea"],
    ["https://e.com/live.m3u8?x=1", "external", "live"],
    ["no url", "url", ""],
  ]);
});

test("more text keeps what was said of the rows that are there", () => {
  const [first] = pastedRows("https://e.com/a.mp4");
  const named = { ...first!, title: "Sea", type: "episode" as const };
  expect(pastedRows("https://e.com/b.mp4\nhttps://e.com/a.mp4", [named])[1]).toEqual(named);
});

test("fifty at most, and how many are too many", () => {
  const text = Array.from({ length: 53 }, (_, n) => `https://e.com/${n}.mp4`).join("\n");
  expect(pastedRows(text)).toHaveLength(50);
  expect(tooMany(text)).toBe(3);
  expect(tooMany("a")).toBe(0);
});
