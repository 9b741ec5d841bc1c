import { expect, test } from "vitest";
import { type JoinableBlock, joinProgrammes } from "./joined-programme";

const film = (startsAtMs: number, endsAtMs: number, offsetMs = 0, contentItemId = "film"): JoinableBlock => ({
  kind: "content",
  contentItemId,
  offsetMs,
  startsAtMs,
  endsAtMs,
});
const ads = (startsAtMs: number, endsAtMs: number): JoinableBlock => ({
  kind: "ad_break",
  contentItemId: null,
  offsetMs: 0,
  startsAtMs,
  endsAtMs,
});
const spans = (blocks: JoinableBlock[]) =>
  joinProgrammes(blocks).map(({ startsAtMs, endsAtMs, blocks: inside }) => [startsAtMs, endsAtMs, inside.length]);

test("parts of one item with only breaks between them are one programme", () => {
  const parts = [film(0, 60_000), ads(60_000, 90_000), ads(90_000, 95_000), film(95_000, 155_000, 60_000)];
  expect(spans(parts)).toEqual([[0, 155_000, 4]]);
  const third = [...parts, ads(155_000, 160_000), film(160_000, 200_000, 118_000)];
  expect(spans(third)).toEqual([[0, 200_000, 6]]);
});

test("the same item again from its start is another programme, and the break between them stands alone", () => {
  expect(spans([film(0, 60_000), ads(60_000, 90_000), film(90_000, 150_000)])).toEqual([
    [0, 60_000, 1],
    [60_000, 90_000, 1],
    [90_000, 150_000, 1],
  ]);
});

test("a gap, another item, or an offset elsewhere ends a programme", () => {
  expect(spans([film(0, 60_000), film(61_000, 90_000, 60_000)])).toHaveLength(2);
  expect(spans([film(0, 60_000), film(60_000, 90_000, 60_000, "other")])).toHaveLength(2);
  expect(spans([film(0, 60_000), ads(60_000, 61_000), film(61_000, 90_000, 30_000)])).toHaveLength(3);
});

test("breaks before the first and after the last programme stand alone, and nothing is lost", () => {
  expect(spans([ads(0, 10), film(10, 20), ads(20, 30)])).toEqual([
    [0, 10, 1],
    [10, 20, 1],
    [20, 30, 1],
  ]);
  expect(joinProgrammes([])).toEqual([]);
});
