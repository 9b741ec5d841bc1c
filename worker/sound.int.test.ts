import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { framesPerSecond } from "@/core/transcode/frame-rate";
import { expectProfile } from "./testing/expect-profile";
import {
  ffmpeg,
  loudestOf,
  lumaOf,
  mediaFolder,
  picture,
  pitchOf,
  QUICK,
  samplesOf,
  tone,
  transcodeInto,
} from "./testing/media";
import type { FileEncode } from "./transcode-file";

let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await mediaFolder()));
afterAll(() => remove());

async function clip(name: string, ...args: string[]): Promise<string> {
  await ffmpeg(...args, `${folder}/${name}`);
  return `${folder}/${name}`;
}

describe("sound", () => {
  test("a file without sound gets silence", async () => {
    const encode = await transcodeInto(await clip("mute.mp4", ...picture(2), ...QUICK));
    const { audio } = await expectProfile(encode);
    expect(loudestOf(await samplesOf(audio))).toBeLessThan(0.001);
  });

  test("silence stays silence", async () => {
    const quiet = ["-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo:d=2"];
    const encode = await transcodeInto(await clip("silent.mp4", ...picture(2), ...quiet, "-shortest", ...QUICK));
    const { audio } = await expectProfile(encode);
    expect(loudestOf(await samplesOf(audio))).toBeLessThan(0.001);
  });

  test("mono plays on both sides", async () => {
    const encode = await transcodeInto(await clip("mono.mp4", ...picture(2), ...tone(2), "-ac", "1", ...QUICK));
    const { audio } = await expectProfile(encode);
    for (const channel of [0, 1]) expect(pitchOf(await samplesOf(audio, channel))).toBeCloseTo(440, -1);
  });

  test("5.1 is mixed to stereo, the centre on both sides", async () => {
    const centre = ["-f", "lavfi", "-i", "sine=f=440:r=48000:d=2", "-af", "pan=5.1|FC=c0"];
    const encode = await transcodeInto(await clip("surround.mp4", ...picture(2), ...centre, ...QUICK));
    expect(encode.source.audio?.channels).toBe(6);
    const { audio } = await expectProfile(encode);
    for (const channel of [0, 1]) expect(pitchOf(await samplesOf(audio, channel))).toBeCloseTo(440, -1);
  });

  test("44.1 kHz becomes 48 kHz at the same pitch", async () => {
    const encode = await transcodeInto(await clip("cd.mp4", ...picture(2), ...tone(2), "-ar", "44100", ...QUICK));
    expect(encode.source.audio?.sampleRate).toBe(44_100);
    const { audio } = await expectProfile(encode);
    expect(pitchOf(await samplesOf(audio))).toBeCloseTo(440, -1);
  });

  test.each([
    ["shorter", 1.2],
    ["longer", 4.5],
  ])("sound that is %s than the pictures ends with them", async (name, seconds) => {
    const file = await clip(`${name}.mp4`, ...picture(3), ...tone(seconds), ...QUICK);
    const encode = await transcodeInto(file);
    expect(encode.plan.durationSeconds).toBe(3);
    const { audio } = await expectProfile(encode);
    const samples = await samplesOf(audio);
    expect(loudestOf(samples.subarray(48_000, 52_000))).toBeGreaterThan(0.01);
    expect(loudestOf(samples.subarray(-48_000)) > 0.01).toBe(seconds > 3);
  });

  test("of several sound tracks the default one is heard", async () => {
    const tracks = [...tone(2, 440), ...tone(2, 880), "-map", "0", "-map", "1", "-map", "2"];
    const second = ["-disposition:a:0", "0", "-disposition:a:1", "default"];
    const encode = await transcodeInto(await clip("tracks.mkv", ...picture(2), ...tracks, ...QUICK, ...second));
    const { audio } = await expectProfile(encode);
    expect(pitchOf(await samplesOf(audio))).toBeCloseTo(880, -1);
  });

  test.each([
    ["loud", "0dB"],
    ["quiet", "-30dB"],
  ])("%s sound comes out at -23 LUFS", async (name, volume) => {
    const level = ["-af", `volume=${volume}`, "-c:a", "pcm_s24le"];
    const encode = await transcodeInto(await clip(`${name}.mkv`, ...picture(5), ...tone(5, 1000), ...QUICK, ...level));
    const { audio } = await expectProfile(encode);
    expect(await lufsOf(audio)).toBeCloseTo(-23, 0);
  });

  test("a peak that the gain would lift above -1 dBTP is held down", async () => {
    // Near silence with one loud crack: the gain is large, the crack must not follow it.
    const source = "aevalsrc='if(between(t,3,3.02),0.9,0.004)*sin(2*PI*997*t)':s=48000:d=6";
    const file = await clip("crack.mkv", ...picture(6), "-f", "lavfi", "-i", source, ...QUICK, "-c:a", "pcm_s24le");
    const { audio } = await expectProfile(await transcodeInto(file));
    expect(20 * Math.log10(loudestOf(await samplesOf(audio)))).toBeLessThan(-0.9);
  });
});

/** Integrated loudness as ffmpeg's own meter hears it. */
async function lufsOf(file: string): Promise<number> {
  const lines = await ffmpeg(
    "-i",
    file,
    "-af",
    "ebur128=metadata=1,ametadata=print:key=lavfi.r128.I:file=-",
    "-f",
    "null",
    "-",
  );
  return Number(/.*lavfi\.r128\.I=(-?[\d.]+)/s.exec(lines.toString())?.[1]);
}

describe("pictures and sound stay together", () => {
  /** A white frame and a beep, both at 2.4 s of the source's own time. */
  const flash = (rate: string) => [
    "-f",
    "lavfi",
    "-i",
    `color=black:s=96x96:r=${rate}:d=4,drawbox=c=white:t=fill:enable='gte(t,2.399)'`,
    "-f",
    "lavfi",
    "-i",
    "aevalsrc='0.5*sin(2*PI*1000*t)*gte(t,2.4)':s=48000:d=4",
  ];

  async function apartMs(encode: FileEncode): Promise<number> {
    const { video, audio } = await expectProfile(encode);
    const bright = (await lumaOf(video)).findIndex((luma) => luma > 128);
    const samples = await samplesOf(audio);
    const half = loudestOf(samples) / 2;
    const beep = samples.findIndex((sample) => Math.abs(sample) > half);
    expect(bright).toBeGreaterThan(0);
    return (beep / 48_000 - bright / framesPerSecond(encode.plan.frameRate)) * 1000;
  }

  test.each([
    ["MP4 with B-frames", "25", "sync.mp4", ["-c:v", "libx264", "-bf", "3", "-pix_fmt", "yuv420p", "-c:a", "aac"]],
    ["MPEG-TS, which starts at 1.4 s", "25", "sync.ts", [...QUICK]],
    ["Matroska with PCM", "30", "sync.mkv", ["-c:v", "ffv1", "-c:a", "pcm_s16le"]],
  ])("%s", async (_, rate, name, codecs) => {
    const encode = await transcodeInto(await clip(name, ...flash(rate), ...codecs));
    expect(Math.abs(await apartMs(encode))).toBeLessThan(1.5);
  });

  test("an edit list that cuts the beginning away", async () => {
    const whole = await clip("whole.mp4", ...flash("25"), "-c:v", "libx264", "-g", "50", "-bf", "2", "-c:a", "aac");
    const file = await clip("cut.mp4", "-ss", "0.8", "-i", whole, "-c", "copy");
    const encode = await transcodeInto(file);
    expect(encode.plan.durationSeconds).toBeCloseTo(3.2, 1);
    expect(Math.abs(await apartMs(encode))).toBeLessThan(1.5);
  });
});
