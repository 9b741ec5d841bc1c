import { expect, test } from "vitest";
import { isMediaFile } from "./is-media-file";

test.each([
  ["film.mp4", "video/mp4"],
  ["FILM.MKV", ""],
  ["tape.mxf", "application/octet-stream"],
  ["stream.ts", "text/vnd.trolltech.linguist"],
  ["unnamed", "video/webm"],
])("%s (%s) is media", (name, type) => {
  expect(isMediaFile(name, type)).toBe(true);
});

test.each([
  ["notes.txt", "text/plain"],
  ["cover.jpg", "image/jpeg"],
  ["film.mp4.zip", "application/zip"],
  ["mp4", ""],
  [".DS_Store", ""],
])("%s (%s) is none", (name, type) => {
  expect(isMediaFile(name, type)).toBe(false);
});
