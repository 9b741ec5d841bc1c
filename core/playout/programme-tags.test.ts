import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { LEAD_MS } from "./airing";
import { mediaPlaylist } from "./media-playlist";
import { mediaWindow } from "./media-window";
import { history, observe } from "./testing/channel-history";
import { block, channelOf, item, START } from "./testing/guide";
import { playlistsAt } from "./testing/simulated-channel";

vi.setConfig({ testTimeout: 60_000 }); // a second or two, on a machine that does nothing else

const rangesOf = (text: string) =>
  Array.from(text.matchAll(/^#EXT-X-DATERANGE:(.+)$/gm), ([, attributes = ""]) =>
    Object.fromEntries<string>(
      Array.from(attributes.matchAll(/([A-Z0-9-]+)=("[^"]*"|[^,]+)/g), ([, name = "", value = ""]) => [name, value]),
    ),
  );

/** The tags of a playlist that are about breaks, each with what it stands before. */
function cuesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.startsWith("#EXT-X-CUE"));
}

/** A film with a break after its first 92 s, from the channel's start. */
function withBreak(title = "A programme") {
  const [film, spot] = [item(1, 300), item(2, 15)];
  const first = { ...block(film, 0, 92), title };
  const pause = block(null, 92, 30, "ad_break");
  const second = { ...block(film, 122, 60), offsetMs: 92_000 };
  const channel = channelOf([first, pause, second], [spot]);
  channel.publish(START + LEAD_MS); // so that its timeline begins with the film
  const at = (seconds: number) => {
    for (let nowMs = START + LEAD_MS; nowMs <= START + seconds * 1000; nowMs += 10_000) channel.commit(nowMs);
    return playlistsAt(channel.line, channel.tables, START + seconds * 1000)!;
  };
  return { channel, first, pause, second, at };
}

test("18: an airing of a block carries a DATERANGE with the block's id, title, start and planned length", () => {
  const { first, at } = withBreak();
  for (const text of Object.values(at(66))) {
    expect(rangesOf(text)).toEqual([
      expect.objectContaining({
        ID: `"${first.id}"`,
        "START-DATE": '"2026-11-21T20:00:00.000Z"',
        "PLANNED-DURATION": "92.000",
        "X-TITLE": '"A programme"',
      }),
    ]);
  }
});

test("18: a break carries CUE-OUT, SCTE35-OUT and, when it is over, CUE-IN and SCTE35-IN", () => {
  const { pause, at } = withBreak();
  const during = at(104)["720p"];
  expect(cuesOf(during)).toEqual([
    "#EXT-X-CUE-OUT:30.000",
    "#EXT-X-CUE-OUT-CONT:4.000/30.000",
    "#EXT-X-CUE-OUT-CONT:8.000/30.000",
  ]);
  const [range] = rangesOf(during).filter(({ ID }) => ID === `"${pause.id}"`);
  expect(range).toMatchObject({ "PLANNED-DURATION": "30.000", "SCTE35-OUT": expect.stringMatching(/^0xFC30/) });
  const after = at(130)["720p"];
  expect(cuesOf(after).at(-1)).toBe("#EXT-X-CUE-IN");
  const closing = rangesOf(after).find((each) => each.ID === `"${pause.id}"` && each.DURATION);
  expect(closing).toMatchObject({ DURATION: "30.000", "SCTE35-IN": expect.stringMatching(/^0xFC30/) });
  expect(closing!["START-DATE"]).toBe(range!["START-DATE"]);
});

test("whoever joins in the middle is told of the programme, and that a break is on", () => {
  const { first, pause, at } = withBreak();
  const ids = (text: string) => rangesOf(text).map(({ ID }) => ID);
  expect(ids(at(146)["720p"])).toContain(`"${first.id}"`);
  const later = at(168)["720p"]; // the window begins inside the break
  expect(later.split("\n").find((line) => line.startsWith("#EXT-X-CUE"))).toMatch(/^#EXT-X-CUE-OUT-CONT/);
  expect(ids(later)).toContain(`"${pause.id}"`);
});

test("a part goes on at the very segment at which the part before stopped", () => {
  const { channel, first, second, at } = withBreak();
  at(150);
  const [one, two] = [first, second].map(({ id }) => channel.line.find((airing) => airing.blockId === id)!);
  expect(two!.firstSegment).toBe(one!.firstSegment + one!.segmentCount);
  expect(
    new Set(channel.line.filter((airing) => airing.programme).map(({ programme }) => programme!.headBlockId)),
  ).toEqual(new Set([first.id]));
});

test("a part goes on where the one before stopped even when drift cut that a segment early", () => {
  const [news, film] = [item(3, 62.4), item(1, 300)];
  // The news runs 2.4 s over its slot, so that the film begins late and its first part loses a segment.
  const first = block(film, 60, 60);
  const second = { ...block(film, 150, 60), offsetMs: 60_000 };
  const channel = channelOf([block(news, 0, 60), first, block(null, 120, 30, "ad_break"), second]);
  channel.publish(START);
  for (let nowMs = START; nowMs < START + 200_000; nowMs += 10_000) channel.commit(nowMs);
  const [one, two] = [first, second].map(({ id }) => channel.line.find((airing) => airing.blockId === id)!);
  expect(two!.firstSegment).toBe(one!.firstSegment + one!.segmentCount);
});

test("10, 18: attributes of a range never change, and a playlist only appends lines and drops them at its head", () => {
  fc.assert(
    fc.property(history, (lived) => {
      const { polls } = observe(lived);
      const known = new Map<string, string>();
      let before = { lines: [] as string[], published: 0 };
      for (const { fresh, timesPublished } of polls) {
        if (!fresh) continue;
        for (const range of rangesOf(fresh["1080p"])) {
          for (const [name, value] of Object.entries(range)) {
            const key = `${timesPublished} ${range.ID} ${name}`;
            expect(known.get(key) ?? value).toBe(value);
            known.set(key, value);
          }
        }
        const lines = fresh["1080p"].split("\n").filter((line) => !/SEQUENCE:/.test(line));
        if (before.published === timesPublished) expectOnlyDrops(before.lines, lines);
        before = { lines, published: timesPublished };
      }
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

/** Every line that is left of the older playlist stands in the newer one in the same order, before what is new. */
function expectOnlyDrops(older: string[], newer: string[]): void {
  const lastUri = older.findLast((line) => line !== "" && !line.startsWith("#"));
  const lastDate = older.findLast((line) => line.startsWith("#EXT-X-PROGRAM-DATE-TIME"));
  const end = newer.findIndex((line, index) => line === lastUri && newer.slice(0, index).includes(lastDate!));
  if (end === -1) return; // nothing of it is left
  let at = 0;
  for (const line of newer.slice(0, end + 1)) {
    if (line.startsWith("#EXT-X-MAP")) continue; // repeated for the first segment, whichever that is
    const found = older.indexOf(line, at);
    expect(found, `inserted: ${line}`).toBeGreaterThanOrEqual(0);
    at = found + 1;
  }
}

test("a title that holds quotation marks or line breaks stays one attribute", () => {
  const { at } = withBreak('Say "hello",\nworld');
  const [range] = rangesOf(at(66)["720p"]);
  expect(range!["X-TITLE"]).toBe('"Say ”hello”, world"');
});

test("a playlist for a programme grows as EVENT and ends with ENDLIST", () => {
  const { channel, at } = withBreak();
  at(70);
  const window = mediaWindow(channel.line, channel.tables, START + 70_000)!;
  expect(mediaPlaylist(window, "720p", "growing")).toMatch(/EXT-X-PLAYLIST-TYPE:EVENT\n(?!.*ENDLIST)/s);
  expect(mediaPlaylist(window, "720p", "over")).toMatch(/EXT-X-PLAYLIST-TYPE:EVENT\n.*#EXT-X-ENDLIST\n$/s);
});
