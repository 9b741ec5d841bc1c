import { describe, expect, test } from "vitest";
import { CaptionError, parseCaptions, webVtt } from "./captions";

const SUBRIP = `1
00:00:01,000 --> 00:00:02,500
Hello <i>there</i>

2
00:01:00,000 --> 00:01:02,000
{\\an8}<font color="red">AT&T</font>
1 < 2
`;

describe("parseCaptions", () => {
  test("reads SubRip", () => {
    expect(parseCaptions(SUBRIP)).toEqual([
      { startMs: 1000, endMs: 2500, settings: "", text: "Hello <i>there</i>" },
      { startMs: 60_000, endMs: 62_000, settings: "", text: "AT&amp;T\n1 &lt; 2" },
    ]);
  });

  test("reads WebVTT with settings, comments, names of cues and hours left out", () => {
    const text = `WEBVTT - a title\r\n\r\nNOTE made by hand\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nfirst\r\n00:01.000 --> 00:02.000 line:0 align:start region:r evil:1\r\n<v Ada>Hi</v>\r\n`;
    expect(parseCaptions(text)).toEqual([
      { startMs: 1000, endMs: 2000, settings: "line:0 align:start", text: "<v Ada>Hi</v>" },
    ]);
  });

  test("orders cues by time", () => {
    const text = "WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na\n";
    expect(parseCaptions(text).map((cue) => cue.text)).toEqual(["a", "b"]);
  });

  test.each([
    ["nothing", ""],
    ["prose", "Once upon a time"],
    ["a cue that ends before it begins", "1\n00:00:02,000 --> 00:00:01,000\nx"],
    ["a time that is none", "WEBVTT\n\nsoon --> later\nx"],
    ["binary", "\u0000\u0001\u0002"],
  ])("refuses %s", (_, text) => {
    expect(() => parseCaptions(text)).toThrow(CaptionError);
  });

  test("a file of pathological length is read in linear time", () => {
    const text = `WEBVTT\n\n${" ".repeat(200_000)}\n${"\n \n".repeat(50_000)}00:01.000 --> 00:02.000\nx`;
    const startedAt = performance.now();
    expect(parseCaptions(text)).toHaveLength(1);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

test("webVtt writes what parseCaptions reads", () => {
  const cues = parseCaptions(SUBRIP);
  expect(webVtt(cues).startsWith("WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nHello")).toBe(true);
  expect(parseCaptions(webVtt(cues))).toEqual(cues);
});
