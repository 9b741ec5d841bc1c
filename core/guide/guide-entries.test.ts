import { describe, expect, test } from "vitest";
import type { LibraryItem } from "../playout/testing/arbitrary-library";
import { block, channelOf, item, START } from "../playout/testing/guide";
import { GuideEntries } from "./guide-entries";

const film = item(1, 600);
const other = item(2, 600);
const clip = item(3, 30);
const jingle = item(4, 44);

/** Kind, item, start and end of every entry, in seconds from the start of the guide. */
function guideOf(schedule: ReturnType<typeof block>[], filler: LibraryItem[], seconds: number, fillerSeconds = 300) {
  const channel = channelOf(schedule, filler);
  channel.publish(START);
  channel.commit(START, seconds * 1000);
  const entries = new GuideEntries(fillerSeconds * 1000, (id) => schedule.find((each) => each.id === id));
  for (const airing of channel.line) entries.add(airing);
  const names = new Map([film, other, clip, jingle].map((each, index) => [each.contentItemId, index + 1]));
  return entries
    .finish(START + seconds * 1000)
    .map(({ kind, contentItemId, startsAtMs, endsAtMs }) => [
      kind,
      contentItemId ? names.get(contentItemId) : null,
      (startsAtMs - START) / 1000,
      (endsAtMs - START) / 1000,
    ]);
}

describe("programmes", () => {
  test("have the schedule's times where playout is within half a segment of them, and touch", () => {
    const schedule = [block(film, 0, 301.3), block(other, 301.3, 299.1), block(film, 600.4, 590)];
    expect(guideOf(schedule, [], 1200)).toEqual([
      ["content", 1, 0, 301.3],
      ["content", 2, 301.3, 600.4],
      ["content", 1, 600.4, 1190.4],
    ]);
  });

  test("on air before the channel was began when the schedule says", () => {
    expect(guideOf([block(film, -200, 500)], [], 250)).toEqual([["content", 1, -200, 300]]);
  });

  test("that run beyond what is known end as planned", () => {
    expect(guideOf([block(film, 0, 600)], [], 100)).toEqual([["content", 1, 0, 600]]);
  });

  test("with breaks in them are one entry; a break that interrupts nothing is none", () => {
    const part = { ...block(film, 130, 200), offsetMs: 100_000 };
    const schedule = [block(film, 0, 100), block(null, 100, 30, "ad_break"), part, block(null, 330, 60, "ad_break")];
    expect(guideOf([...schedule, block(other, 390, 100)], [clip], 480)).toEqual([
      ["content", 1, 0, 330],
      ["content", 2, 390, 490],
    ]);
  });

  test("whose item is gone are left out", () => {
    expect(guideOf([block(null, 0, 100), block(other, 100, 100)], [], 200)).toEqual([["content", 2, 100, 200]]);
  });
});

describe("filler", () => {
  test("shorter than the setting is left out, however the gap before was filled", () => {
    const schedule = [block(film, 0, 100), block(other, 390, 100)];
    expect(guideOf(schedule, [clip, jingle], 480)).toEqual([
      ["content", 1, 0, 100],
      ["content", 2, 390, 490],
    ]);
  });

  test("in a row counts as one, from programme to programme", () => {
    const schedule = [block(film, 0, 100), block(other, 500, 100)];
    const [, filled, after] = guideOf(schedule, [clip, jingle], 590);
    expect(filled!.slice(0, 3)).toEqual(["filler", null, 100]);
    expect(Math.abs((filled![3] as number) - 500)).toBeLessThanOrEqual(2.6);
    expect(after![2]).toBe(500);
  });

  test("of one item keeps its name", () => {
    expect(guideOf([block(film, 0, 100)], [clip], 900)[1]!.slice(0, 2)).toEqual(["filler", 3]);
  });

  test("as long as the setting is an entry each time", () => {
    const entries = guideOf([block(film, 0, 100)], [other], 1700);
    expect(entries.slice(1).map((entry) => entry.slice(0, 2))).toEqual([
      ["filler", 2],
      ["filler", 2],
      ["filler", 2],
    ]);
  });

  test("that is scheduled counts by the length of its block", () => {
    expect(guideOf([block(other, 0, 300, "filler")], [], 290)).toEqual([["filler", 2, 0, 300]]);
    expect(guideOf([block(other, 0, 200, "filler")], [], 190)).toEqual([]);
  });

  test("is not the slate, which is no programme", () => {
    expect(guideOf([block(film, 0, 100)], [], 3000)).toEqual([["content", 1, 0, 100]]);
  });
});
