import { expect, test } from "vitest";
import { masterPlaylist } from "./master-playlist";
import { folderOf } from "./segment-lines";
import { RUNGS } from "./segment-table";
import { SLATE } from "./testing/arbitrary-library";

test("an item lends a variant its own rung, else its best lower one, else its lowest", () => {
  const of = (...rungs: (typeof RUNGS)[number][]) => RUNGS.map((rung) => folderOf({ ...SLATE, rungs }, rung));
  expect(of(...RUNGS)).toEqual([...RUNGS]);
  expect(of("480p", "360p")).toEqual(["480p", "480p", "480p", "360p"]);
  expect(of("720p")).toEqual(["720p", "720p", "720p", "720p"]);
  expect(folderOf({ ...SLATE, rungs: ["720p"] }, "audio")).toBe("audio");
});

test("15: the master playlist promises every variant with all attributes, one audio group and one of captions", () => {
  const text = masterPlaylist();
  const variants = text.split("\n").filter((line) => line.startsWith("#EXT-X-STREAM-INF:"));
  expect(variants).toHaveLength(RUNGS.length);
  for (const variant of variants) {
    expect(variant).toMatch(
      /BANDWIDTH=\d+,AVERAGE-BANDWIDTH=\d+,CODECS="avc1\.\w{6},mp4a\.40\.2",RESOLUTION=\d+x\d+,FRAME-RATE=60\.000,AUDIO="audio",SUBTITLES="captions",CLOSED-CAPTIONS=NONE$/,
    );
  }
  expect(text.match(/#EXT-X-MEDIA:TYPE=AUDIO/g)).toHaveLength(1);
  expect(text).toMatch(/#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",.*URI="captions\.m3u8"/);
});
