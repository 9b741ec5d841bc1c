import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextAirings } from "./next-airings";
import { itemShape, type LibraryItem, libraryItem, SLATE } from "./testing/arbitrary-library";
import { block, channelOf, item, START } from "./testing/guide";
import type { SimulatedChannel } from "./testing/simulated-channel";
import { stretchUs } from "./track-time";

/**
 * What a channel with this guide plays from `START`, as text: item or slate, first segment, count, start in seconds.
 * Published `publishedAfterSeconds` later.
 */
function plays(channel: SimulatedChannel, seconds: number, publishedAfterSeconds = 0): string[] {
  channel.line = nextAirings({
    channelId: "channel",
    recent: [],
    newestMayGoOn: true,
    nowMs: START + publishedAfterSeconds * 1000,
    fromUs: START * 1000,
    untilUs: (START + seconds * 1000) * 1000,
    blocks: channel.blocks,
    loop: channel.loop,
    filler: channel.filler,
    previousLoopItemId: null,
    tables: channel.tables,
  }).airings;
  return channel.line.map((airing) => {
    const name = airing.contentItemId ? Number(airing.contentItemId.slice(-3)) : "slate";
    const at = (airing.startsAtUs / 1000 - START) / 1000;
    return `${name} ${airing.firstSegment}+${airing.segmentCount} @${at}`;
  });
}

describe("what plays", () => {
  const slateUs = stretchUs(SLATE.video, 0, SLATE.video.ticks.length);

  test("programmes back to back play in full, without anything between them", () => {
    const [a, b] = [item(1, 40), item(2, 30)];
    expect(plays(channelOf([block(a, 0, 40), block(b, 40, 30), block(a, 70, 40)]), 105)).toEqual([
      "1 0+10 @0",
      "2 0+8 @40",
      "1 0+9 @70",
    ]);
  });

  test("a programme is cut at the boundary nearest to the end of its block", () => {
    const a = item(1, 40);
    const b = item(2, 90);
    expect(plays(channelOf([block(a, 0, 29), block(b, 29, 90)]), 100)[1]).toBe("2 0+18 @28");
    expect(plays(channelOf([block(a, 0, 31), block(b, 31, 90)]), 100)[1]).toBe("2 0+17 @32");
  });

  test("a gap shorter than half a segment plays nothing", () => {
    const [a, b] = [item(1, 40), item(2, 60)];
    expect(plays(channelOf([block(a, 0, 40), block(b, 41.9, 60)], [item(3, 8)]), 90)).toEqual([
      "1 0+10 @0",
      "2 0+13 @40",
    ]);
  });

  test("a gap plays filler that fits, else filler that is cut at its end", () => {
    const [a, b] = [item(1, 40), item(2, 60)];
    const fits = channelOf([block(a, 0, 40), block(b, 60, 60)], [item(3, 400), item(4, 20), item(5, 300)]);
    expect(plays(fits, 90)).toEqual(["1 0+10 @0", "4 0+5 @40", "2 0+8 @60"]);
    const cut = channelOf([block(a, 0, 40), block(b, 60, 60)], [item(3, 400)]);
    expect(plays(cut, 90)).toEqual(["1 0+10 @0", "3 0+5 @40", "2 0+8 @60"]);
  });

  test("a gap without filler plays the slate, one airing for each of its loops", () => {
    const line = plays(channelOf([block(item(2, 60), 80, 60)]), 84);
    const loops = Math.ceil((80_000_000 - 2_021_000) / slateUs);
    expect(line.slice(0, -1).every((text) => text.startsWith("slate 0+"))).toBe(true);
    expect(line).toHaveLength(loops + 1);
  });

  test("the time of a deleted programme, and an ad break, play as a gap", () => {
    const [a, ad] = [item(1, 40), item(3, 10)];
    const gone = block(null, 40, 20);
    const channel = channelOf([block(a, 0, 40), gone, block(null, 60, 20, "ad_break"), block(a, 80, 40)], [ad]);
    expect(plays(channel, 100)).toEqual(["1 0+10 @0", "3 0+3 @40", "3 0+3 @50", "3 0+3 @60", "3 0+3 @70", "1 0+5 @80"]);
    expect(channel.line.map((airing) => airing.blockId)).toEqual([
      expect.any(String),
      null,
      null,
      channel.blocks[2]!.id,
      channel.blocks[2]!.id,
      expect.any(String),
    ]);
  });

  test("a loop plays in order around scheduled programmes and goes on where it was", () => {
    const loop = [item(1, 20), item(2, 20), item(3, 20)];
    expect(plays(channelOf([block(item(9, 24), 51, 24)], [], loop), 120)).toEqual([
      "1 0+5 @0",
      "2 0+5 @20",
      "3 0+3 @40",
      "9 0+6 @52",
      "1 0+5 @76",
      "2 0+5 @96",
      "3 0+1 @116",
    ]);
  });

  test("a programme that began long ago is joined at the segment boundary nearest to the schedule", () => {
    const film = item(1, 600);
    for (const [late, segment] of [
      [101, 25],
      [103, 26],
    ] as const) {
      const channel = channelOf([block(film, -late, 600)]);
      expect(plays(channel, 80)[0]).toMatch(new RegExp(`^1 ${segment}\\+`));
    }
  });

  test("a programme that ended before the channel was published does not air, though the window begins before", () => {
    const line = plays(channelOf([block(item(1, 60), 0, 60), block(item(2, 60), 62, 60)]), 100, 66);
    expect(line.some((text) => text.startsWith("1 "))).toBe(false);
    expect(line.some((text) => text.startsWith("2 0+"))).toBe(true);
  });

  test("a programme that ends before its block ends is followed by filler and does not begin again", () => {
    const short = item(1, 20);
    const line = plays(channelOf([block(short, 0, 50), block(item(2, 60), 50, 60)], [item(3, 5)]), 80);
    expect(line.filter((text) => text.startsWith("1 "))).toEqual(["1 0+5 @0"]);
    expect(line.filter((text) => text.startsWith("3 ")).length).toBe(6);
  });
});

describe("filler", () => {
  const gap = (channelId: string, filler: LibraryItem[]) => {
    const channel = channelOf([], filler);
    plays(channel, 2_000);
    return channel.line.map((airing) => `${channelId} ${airing.contentItemId}`);
  };

  test("is the same whenever the same gap is decided, and takes turns", () => {
    const filler = [item(1, 21), item(2, 33), item(3, 27), item(4, 30)];
    expect(gap("channel", filler)).toEqual(gap("channel", filler));
    expect(new Set(gap("channel", filler)).size).toBe(4);
  });

  test("never repeats the item before it if there is another", () => {
    fc.assert(
      fc.property(fc.array(itemShape, { minLength: 2, maxLength: 5 }), (shapes) => {
        const channel = channelOf(
          [],
          shapes.map((shape, index) => libraryItem(index + 1, shape)),
        );
        plays(channel, 600);
        for (const [index, airing] of channel.line.entries()) {
          expect(airing.contentItemId).not.toBe(channel.line[index - 1]?.contentItemId);
        }
      }),
      { numRuns: 50 },
    );
  });
});
