import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseFiller, FILLER_MEMORY, type FillerGap, type PlayableItem } from "./filler-choice";

const item = (contentItemId: string, seconds: number, rights = {}): PlayableItem => ({
  contentItemId,
  encodingId: contentItemId,
  durationMs: seconds * 1000,
  ...rights,
});
const gapOf = (fields: Partial<FillerGap> & { leftSeconds?: number }): FillerGap => ({
  channelId: "channel",
  atUs: 1_800_000_000_000_000,
  leftUs: (fields.leftSeconds ?? Number.POSITIVE_INFINITY) * 1_000_000,
  recentItemIds: [],
  nextItemId: null,
  ...fields,
});
const library = fc
  .uniqueArray(fc.integer({ min: 5, max: 900 }), { minLength: 1, maxLength: 12 })
  .map((lengths) => lengths.map((seconds, index) => item(`i${index}`, seconds)));

/** Plays a gap to its end as playout does, cutting what does not fit: ids in order, and how many were cut. */
function played(filler: readonly PlayableItem[], seconds: number, before: string[] = []) {
  let atUs = 1_800_000_000_000_000;
  const endUs = atUs + seconds * 1_000_000;
  const recent: string[] = [...before];
  let cut = 0;
  while (endUs - atUs > 2_021_000) {
    const gap = gapOf({ atUs, leftUs: endUs - atUs, recentItemIds: recent.slice(-FILLER_MEMORY) });
    const chosen = chooseFiller(filler, gap)!;
    recent.push(chosen.contentItemId);
    if (chosen.durationMs * 1000 > endUs - atUs + 2_021_000) cut++;
    atUs += chosen.durationMs * 1000;
  }
  return { ids: recent.slice(before.length), cut };
}

describe("any filler and any gap", () => {
  test("something plays while there is anything, and the same gap always gets the same", () => {
    fc.assert(
      fc.property(library, fc.integer({ min: 3, max: 4000 }), (filler, seconds) => {
        const first = played(filler, seconds);
        expect(first.ids.length).toBeGreaterThan(0);
        expect(played(filler, seconds)).toEqual(first);
      }),
    );
  });

  test("nothing follows itself while there is another", () => {
    fc.assert(
      fc.property(library, fc.integer({ min: 3, max: 4000 }), (filler, seconds) => {
        fc.pre(filler.length > 1);
        const { ids } = played(filler, seconds, ["i0"]);
        for (const [index, id] of ids.entries()) expect(id).not.toBe(ids[index - 1] ?? "i0");
      }),
    );
  });

  test("what fits is never passed over for what must be cut, unless it would follow itself", () => {
    fc.assert(
      fc.property(library, fc.integer({ min: 3, max: 1200 }), (filler, leftSeconds) => {
        const chosen = chooseFiller(filler, gapOf({ leftSeconds, recentItemIds: ["i0"] }))!;
        const couldFit = filler.some((one) => one.contentItemId !== "i0" && one.durationMs <= leftSeconds * 1000);
        if (couldFit) expect(chosen.durationMs).toBeLessThanOrEqual(leftSeconds * 1000 + 2021);
      }),
    );
  });

  test("outside its rights an item never plays", () => {
    const rights = fc.record({
      rightsFromMs: fc.option(fc.integer({ min: 1_799_999_000_000, max: 1_800_001_000_000 })),
      rightsUntilMs: fc.option(fc.integer({ min: 1_799_999_000_000, max: 1_800_001_000_000 })),
    });
    fc.assert(
      fc.property(library, fc.array(rights, { minLength: 12, maxLength: 12 }), (filler, limits) => {
        const limited = filler.map((one, index) => ({ ...one, ...limits[index] }));
        const chosen = chooseFiller(limited, gapOf({}));
        if (!chosen) return;
        expect(1_800_000_000_000).toBeGreaterThanOrEqual(chosen.rightsFromMs ?? 0);
        expect(1_800_000_000_000 + chosen.durationMs).toBeLessThanOrEqual(chosen.rightsUntilMs ?? Infinity);
      }),
    );
  });
});

describe("a gap that whole items can fill", () => {
  test.each([
    [65, [60, 35, 30]],
    [100, [60, 50, 40]],
    [20 * 60, [7 * 60, 13 * 60]],
    [10 * 60, [200, 170, 400]],
  ])("of %i s is filled from %j without a cut", (seconds, lengths) => {
    const filler = lengths.map((length, index) => item(`i${index}`, length));
    expect(played(filler, seconds).cut).toBe(0);
  });
});

describe("variety", () => {
  test("in a long gap each of few items comes again only after the others", () => {
    const filler = ["a", "b", "c", "d", "e"].map((id) => item(id, 30));
    const { ids } = played(filler, 3600);
    for (let at = 5; at < ids.length; at++) expect(new Set(ids.slice(at - 4, at + 1)).size).toBe(5);
  });

  test("what comes right after the gap does not end it, where something else can", () => {
    const filler = [item("a", 30), item("b", 30)];
    for (let second = 0; second < 20; second++) {
      const gap = gapOf({ atUs: second * 1_000_000, leftSeconds: 30, nextItemId: "a" });
      expect(chooseFiller(filler, gap)?.contentItemId).toBe("b");
    }
  });

  test("other channels and other times choose differently", () => {
    const filler = Array.from({ length: 20 }, (_, index) => item(`i${index}`, 30));
    const chosen = Array.from(
      { length: 20 },
      (_, index) => chooseFiller(filler, gapOf({ channelId: `channel ${index}` }))?.contentItemId,
    );
    expect(new Set(chosen).size).toBeGreaterThan(8);
  });
});

test("without filler there is nothing to choose", () => {
  expect(chooseFiller([], gapOf({}))).toBeNull();
});

test("a choice among five hundred items for a gap of an hour takes a blink of the processor", () => {
  const filler = Array.from({ length: 500 }, (_, index) => item(`i${index}`, 10 + index));
  const before = process.cpuUsage();
  for (let count = 0; count < 50; count++) chooseFiller(filler, gapOf({ atUs: count * 1e6, leftSeconds: 1800 }));
  expect(process.cpuUsage(before).user / 1000 / 50).toBeLessThan(100);
});
