import { describe, expect, test } from "vitest";
import { fitExternal, rungOf } from "./fit-external";
import { readExternalTrack } from "./read-external-track";

const URL_OF = "https://films.example/a/video.m3u8";
const playlist = (...lines: string[]) =>
  ["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-TARGETDURATION:4", ...lines, ""].join("\n");
const CMAF = ["#EXT-X-INDEPENDENT-SEGMENTS", '#EXT-X-MAP:URI="init.mp4"'];
const SEGMENTS = ["#EXTINF:4,", "1.m4s", "#EXTINF:4,", "2.m4s", "#EXTINF:2.5,", "3.m4s"];
const good = () => readExternalTrack(playlist(...CMAF, ...SEGMENTS, "#EXT-X-ENDLIST"), URL_OF);

describe("what a playlist lists", () => {
  test("addresses become absolute", () => {
    expect(good().track).toEqual({
      map: { url: "https://films.example/a/init.mp4" },
      urls: [1, 2, 3].map((number) => `https://films.example/a/${number}.m4s`),
    });
  });

  test("one file with byte ranges", () => {
    const text = playlist(
      '#EXT-X-MAP:URI="all.mp4",BYTERANGE="700@0"',
      "#EXTINF:4,",
      "#EXT-X-BYTERANGE:1000@700",
      "all.mp4",
      "#EXTINF:4,",
      "#EXT-X-BYTERANGE:900@1700",
      "all.mp4",
      "#EXT-X-ENDLIST",
    );
    const { track } = readExternalTrack(text, URL_OF);
    expect(track.map).toEqual({ url: "https://films.example/a/all.mp4", range: "700@0" });
    expect(track.ranges).toEqual(["1000@700", "900@1700"]);
  });

  test.each([
    ["live", [...CMAF, ...SEGMENTS]],
    ["MPEG-TS", [...SEGMENTS, "#EXT-X-ENDLIST"]],
    ["encrypted", ['#EXT-X-KEY:METHOD=AES-128,URI="k"', ...CMAF, ...SEGMENTS, "#EXT-X-ENDLIST"]],
    ["several files", [...CMAF, ...SEGMENTS, "#EXT-X-DISCONTINUITY", ...SEGMENTS, "#EXT-X-ENDLIST"]],
  ])("%s is refused in words", (word, lines) => {
    expect(() => readExternalTrack(playlist(...lines), URL_OF)).toThrow(word);
  });
});

describe("which rung a quality serves", () => {
  const offer = { width: 1280, height: 720, bandwidth: 2_500_000, codecs: "avc1.640020,mp4a.40.2" };
  test("the lowest into which it fits, and a higher one where its bit rate is beyond its own", () => {
    expect(rungOf(offer)).toBe("720p");
    expect(rungOf({ ...offer, bandwidth: 6_000_000 })).toBe("1080p");
    expect(rungOf({ ...offer, width: 480, height: 270, bandwidth: 400_000, codecs: "avc1.42c01e" })).toBe("360p");
  });
  test("none beyond the profile, or where nothing is said", () => {
    expect(rungOf({ ...offer, width: 3840, height: 2160 })).toBeNull();
    expect(rungOf({ ...offer, bandwidth: 20_000_000 })).toBeNull();
    expect(rungOf({ ...offer, codecs: "hvc1.1.6.L93.B0" })).toBeNull();
    expect(rungOf({ ...offer, codecs: "avc1.7a0020" })).toBeNull();
    expect(rungOf({ ...offer, codecs: null })).toBeNull();
  });
});

describe("what must fit together", () => {
  const lasting = (...seconds: number[]) => ({ ...good(), seconds });
  test("tables are cut where the playlist says, without adding up what is rounded", () => {
    const third = 4 + 1 / 3;
    const { video, rungs } = fitExternal(
      [{ rung: "720p", read: lasting(third, third, third) }],
      lasting(third, third, third),
    );
    expect(video.ticks.reduce((sum, ticks) => sum + ticks)).toBe(13 * 90_000);
    expect(rungs).toEqual(["720p"]);
  });

  test("a rest of the sound in a segment of its own is left out", () => {
    const { audio } = fitExternal([{ rung: "720p", read: lasting(4, 4, 4) }], lasting(4.01, 4, 3.99, 0.023));
    expect(audio.ticks).toHaveLength(3);
  });

  test.each([
    ["No quality", () => fitExternal([], good())],
    ["sound lies", () => fitExternal([{ rung: "720p", read: good() }], null)],
    ["longer than", () => fitExternal([{ rung: "720p", read: lasting(6, 6) }], lasting(6, 6))],
    ["by itself", () => fitExternal([{ rung: "720p", read: { ...good(), isIndependent: false } }], good())],
    ["sound is not cut", () => fitExternal([{ rung: "720p", read: good() }], lasting(4, 4, 2.9))],
    [
      "not cut at the same",
      () =>
        fitExternal(
          [
            { rung: "720p", read: good() },
            { rung: "480p", read: lasting(4, 3, 3.5) },
          ],
          good(),
        ),
    ],
  ])("%s: refused in words", (words, fit) => {
    expect(fit).toThrow(words);
  });
});
