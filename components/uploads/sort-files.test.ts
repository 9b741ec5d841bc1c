import { expect, test } from "vitest";
import { sortFiles } from "./sort-files";

const film = new File(["moov"], "harbour.mp4", { type: "video/mp4" });
const text = new File(["words"], "notes.txt", { type: "text/plain" });
const empty = new File([], "empty.mp4", { type: "video/mp4" });
const hidden = new File(["x"], ".DS_Store");

test("video is taken, and what folders bring along is left out without a word", () => {
  expect(sortFiles([film, hidden])).toEqual({ good: [film], refusal: null });
});

test("what cannot be uploaded is refused with its reason", () => {
  expect(sortFiles([text]).refusal).toBe("notes.txt holds no video or audio.");
  expect(sortFiles([empty]).refusal).toBe("empty.mp4 is empty.");
  expect(sortFiles([film, text, empty])).toEqual({
    good: [film],
    refusal: "2 files hold no video or audio and were left out.",
  });
});
