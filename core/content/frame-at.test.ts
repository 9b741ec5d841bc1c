import { expect, test } from "vitest";
import { frameAt } from "./frame-at";

const video = { timescale: 1000, ticks: [4000, 4000, 1500] };

test.each([
  [0, 0, 0],
  [3.5, 0, 3.5],
  [4, 1, 0],
  [9, 2, 1],
])("the frame at %s s lies in segment %s, %s s into it", (at, segment, offsetSeconds) => {
  expect(frameAt(video, at)).toEqual({ segment, offsetSeconds });
});

test("the end of a segment and what lies behind the last one still have a frame", () => {
  expect(frameAt(video, 3.99).offsetSeconds).toBeCloseTo(3.8);
  expect(frameAt(video, 60)).toEqual({ segment: 2, offsetSeconds: 1.3 });
  expect(frameAt({ timescale: 1000, ticks: [100] }, 5)).toEqual({ segment: 0, offsetSeconds: 0 });
});
