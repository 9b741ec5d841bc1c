import { describe, expect, test } from "vitest";
import { type AiredFacts, judgeAiring, type MissedFacts, whyMissed } from "./as-run";

const NOW = 1_000_000;
const block = {
  kind: "content",
  startsAtMs: 1000,
  endsAtMs: 61_000,
  firstStartsAtMs: 1000,
  lastEndsAtMs: 61_000,
} as const;
const aired = (startsAtMs: number, endsAtMs: number, fields: Partial<AiredFacts> = {}) =>
  judgeAiring(
    {
      kind: "content",
      startsAtMs,
      endsAtMs,
      block: { ...block, firstStartsAtMs: startsAtMs, lastEndsAtMs: endsAtMs },
      ...fields,
    },
    NOW,
  );

describe("an airing", () => {
  test("within half a segment of its block is as scheduled, to the millisecond", () => {
    expect(aired(2500.4, 59_000)).toEqual({ outcome: "as_scheduled", deviationMs: 1500, endDeviationMs: -2000 });
  });

  test("that began in the middle was joined late; one that ended early was cut", () => {
    expect(aired(5000, 61_000)).toMatchObject({ outcome: "joined_late", deviationMs: 4000 });
    expect(aired(1000, 50_000)).toMatchObject({ outcome: "cut", endDeviationMs: -11_000 });
  });

  test("on air has no end yet", () => {
    expect(aired(1000, NOW + 1)).toEqual({ outcome: "on_air", deviationMs: 0, endDeviationMs: null });
  });

  test("after a break deviates from nothing, nor does the part before", () => {
    const parts = { ...block, firstStartsAtMs: 1000, lastEndsAtMs: 61_000 };
    expect(aired(40_000, 61_000, { block: parts })).toEqual({
      outcome: "as_scheduled",
      deviationMs: null,
      endDeviationMs: 0,
    });
    expect(aired(1000, 30_000, { block: parts })).toEqual({
      outcome: "as_scheduled",
      deviationMs: 0,
      endDeviationMs: null,
    });
  });

  test("in a gap, in a break or of a loop is named by what it is", () => {
    expect(aired(1000, 5000, { kind: "slate", block: null }).outcome).toBe("slate");
    expect(aired(1000, 61_000, { kind: "filler", block: { ...block, kind: "ad_break" } }).outcome).toBe("filler");
    expect(aired(1000, 5000, { block: null }).outcome).toBe("looped");
  });
});

test("why a block was missed", () => {
  const item = { status: "ready", deletedAtMs: null, rightsFromMs: null, rightsUntilMs: null };
  const why = (facts: Partial<MissedFacts>) =>
    whyMissed({ startsAtMs: 1000, endsAtMs: 61_000, channelWasOnAir: true, item, ...facts });
  expect(why({ channelWasOnAir: false })).toBe("The channel was off the air.");
  expect(why({ item: { ...item, status: "deleted", deletedAtMs: 500 } })).toBe("Its item was deleted.");
  expect(why({ item: { ...item, rightsUntilMs: 60_000 } })).toBe("It lay outside of the item's rights.");
  expect(why({ item: { ...item, status: "failed" } })).toBe("Its item was not ready.");
  expect(why({ endsAtMs: 2000 })).toBe("It was shorter than half a segment.");
  expect(why({})).toBeNull();
});
