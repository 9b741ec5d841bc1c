import { expect, test } from "vitest";
import { cueAt, parseStoryboard } from "./storyboard";

const VTT = [
  "WEBVTT",
  "",
  "00:00:00.000 --> 00:00:05.000",
  "storyboard.jpg#xywh=0,0,160,90",
  "",
  "00:05.000 --> 01:00:10.500",
  "storyboard.jpg#xywh=160,0,160,90",
].join("\r\n");
const cues = parseStoryboard(VTT, "https://tv.example/media/a/storyboard.vtt");

test("pictures are found by their rectangle, relative to the index, with and without hours", () => {
  expect(cues).toEqual([
    {
      fromSeconds: 0,
      toSeconds: 5,
      url: "https://tv.example/media/a/storyboard.jpg",
      x: 0,
      y: 0,
      width: 160,
      height: 90,
    },
    {
      fromSeconds: 5,
      toSeconds: 3610.5,
      url: "https://tv.example/media/a/storyboard.jpg",
      x: 160,
      y: 0,
      width: 160,
      height: 90,
    },
  ]);
});

test("the picture of a moment is the one whose stretch holds it; past the end, the last", () => {
  expect(cueAt(cues, 4.999)?.x).toBe(0);
  expect(cueAt(cues, 5)?.x).toBe(160);
  expect(cueAt(cues, 9999)?.x).toBe(160);
  expect(cueAt([], 1)).toBeNull();
});
