import path from "node:path";
import { chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Cue } from "@/core/content/captions";
import { serveCaptionStage } from "./testing/caption-stage";
import { ffmpeg, mediaFolder, picture, QUICK, tone, transcodeInto } from "./testing/media";

/** 29.97 frames per second: segments of 4.004 s, which add up to more than their cues count on. */
const RATE = "30000/1001";
const SECONDS = 10;
const cue = (startMs: number, endMs: number, text: string): Cue => ({ startMs, endMs, settings: "", text });
/** One inside a segment, one over a boundary of two, one that goes on behind the end. */
const cuesOf = (name: string) => [
  cue(1000, 2000, `${name} inside`),
  cue(7500, 8600, `${name} over`),
  cue(9300, 15_000, `${name} end`),
];

let stage: Awaited<ReturnType<typeof serveCaptionStage>>;
let remove: () => Promise<void>;
beforeAll(async () => {
  const media = await mediaFolder();
  remove = media.remove;
  const clip = path.join(media.folder, "clip.mp4");
  await ffmpeg(...picture(SECONDS, RATE, "320x180"), ...tone(SECONDS), ...QUICK, clip);
  const encode = await transcodeInto(clip);
  const act = (name: string, firstSegment: number) => ({ name, encode, cues: cuesOf(name), firstSegment });
  stage = await serveCaptionStage([act("first", 0), act("second", 0), act("joined", 1)]);
}, 120_000);
afterAll(async () => {
  stage?.close();
  await remove();
});

/** Plays to the end in a page and answers every cue that the player was given, with its times on the player's clock. */
async function cuesShown(player: "hls" | "shaka"): Promise<{ text: string; startsAt: number; endsAt: number }[]> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"],
  });
  try {
    const page: Page = await browser.newPage();
    await page.goto(stage.url);
    // As text, because the types of the page's world are not those of this one.
    return await page.evaluate(`(async () => {
      const video = document.querySelector("video");
      if (${player === "hls"}) {
        const hls = new Hls();
        hls.loadSource("/master.m3u8");
        hls.attachMedia(video);
        await new Promise((resolve) => hls.on("hlsSubtitleTracksUpdated", resolve));
        hls.subtitleDisplay = true;
        hls.subtitleTrack = 0;
      } else {
        const shakaPlayer = new shaka.Player();
        await shakaPlayer.attach(video);
        await shakaPlayer.load("/master.m3u8");
        shakaPlayer.selectTextTrack(shakaPlayer.getTextTracks()[0]);
      }
      video.playbackRate = 4;
      await video.play();
      const shown = new Map();
      while (!video.ended) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        for (const track of video.textTracks)
          for (const { text, startTime, endTime } of track.cues ?? [])
            shown.set(text + startTime, { text, startsAt: startTime, endsAt: endTime });
      }
      return [...shown.values()];
    })()`);
  } finally {
    await browser.close();
  }
}

test.each(["hls", "shaka"] as const)(
  "17: %s shows every cue in step, at boundaries and when an item is joined in the middle",
  {
    timeout: 150_000,
  },
  async (player) => {
    const [first = 0, second = 0, joined = 0] = stage.startsAt;
    const expected = [
      ...["first", "second"].flatMap((name, index) => {
        const startsAt = [first, second][index]!;
        return [
          [`${name} inside`, startsAt + 1, startsAt + 2],
          [`${name} over`, startsAt + 7.5, startsAt + 8.008],
          [`${name} over`, startsAt + 8.008, startsAt + 8.6],
          [`${name} end`, startsAt + 9.3, startsAt + 10.01],
        ] as const;
      }),
      ["joined over", joined + 3.496, joined + 4.004],
      ["joined over", joined + 4.004, joined + 4.596],
      ["joined end", joined + 5.296, joined + 6.006],
    ] as const;
    const shown = (await cuesShown(player)).sort((a, b) => a.startsAt - b.startsAt);
    expect(shown.map(({ text }) => text)).toEqual(expected.map(([text]) => text));
    for (const [index, [, startsAt, endsAt]] of expected.entries()) {
      expect(Math.abs(shown[index]!.startsAt - startsAt)).toBeLessThan(0.06);
      expect(Math.abs(shown[index]!.endsAt - endsAt)).toBeLessThan(0.06);
    }
  },
);
