import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatFrameRate, framesPerSecond } from "@/core/transcode/frame-rate";
import { expectProfile } from "./testing/expect-profile";
import { ffmpeg, lumaOf, mediaFolder, picture, QUICK, tone, transcodeInto } from "./testing/media";

let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await mediaFolder()));
afterAll(() => remove());

async function clip(name: string, ...args: string[]): Promise<string> {
  await ffmpeg(...args, `${folder}/${name}`);
  return `${folder}/${name}`;
}

describe("frame rates", () => {
  test.each([
    ["24000/1001", "24000/1001"],
    ["24", "24/1"],
    ["25", "25/1"],
    ["30000/1001", "30000/1001"],
    ["30", "30/1"],
    ["50", "50/1"],
    ["60000/1001", "60000/1001"],
    ["60", "60/1"],
    ["48", "50/1"],
  ])("%s stays or becomes the nearest, %s", async (rate, expected) => {
    const file = await clip(`r${rate.replace("/", "-")}.mp4`, ...picture(5.5, rate), ...tone(5.5), ...QUICK);
    const encode = await transcodeInto(file);
    expect(formatFrameRate(encode.plan.frameRate)).toBe(expected);
    expect(encode.plan.segments).toBe(2);
    expect(encode.plan.durationSeconds).toBeCloseTo(5.5, 1);
    await expectProfile(encode);
  });

  test("a variable frame rate becomes constant without changing the length or the moment of a cut", async () => {
    const cut = "drawbox=c=white:t=fill:enable='gte(t,2)',drawbox=c=black:t=fill:enable='lt(t,2)'";
    const drop = `${cut},select='lt(t,1)+not(mod(n,3))'`;
    const file = await clip("vfr.mp4", ...picture(4, 30), ...tone(4), "-vf", drop, "-vsync", "vfr", ...QUICK);
    const encode = await transcodeInto(file);
    const { video } = await expectProfile(encode);
    expect(encode.plan.durationSeconds).toBeCloseTo(4, 0);
    const firstBright = (await lumaOf(video)).findIndex((luma) => luma > 128);
    expect(firstBright / framesPerSecond(encode.plan.frameRate)).toBeCloseTo(2, 1);
  });
});

describe("shape of the picture", () => {
  test.each([
    ["vertical", "108x192", [108, 192]],
    ["odd dimensions", "193x109", [192, 108]],
    ["854×480, whose rungs are no multiples of 16:9", "854x480", [854, 480]],
    ["a wide film", "1280x536", [1280, 536]],
  ])("%s keeps its shape without bars", async (name, size, [width, height]) => {
    const file = await clip(`shape-${size}.mkv`, ...picture(1, 25, size), ...tone(1), "-c:v", "ffv1", "-c:a", "flac");
    const encode = await transcodeInto(file);
    expect(encode.plan.rungs[0], name).toMatchObject({ width, height });
    await expectProfile(encode);
  });

  test("a picture rotated by metadata stands upright", async () => {
    const half = "drawbox=x=0:w=iw/2:h=ih:c=white:t=fill,drawbox=x=iw/2:w=iw/2:h=ih:c=black:t=fill";
    const flat = await clip("flat.mp4", ...picture(1), ...tone(1), "-vf", half, ...QUICK);
    const turned = await clip("turned.mp4", "-i", flat, "-c", "copy", "-metadata:s:v", "rotate=90");
    const encode = await transcodeInto(turned);
    expect(encode.plan.rungs[0]).toMatchObject({ width: 108, height: 192 });
    const { video } = await expectProfile(encode);
    // This ffmpeg writes a quarter turn against the clock: the white left half comes to lie below.
    const [top] = await lumaOf(video, "iw:ih/2:0:0");
    const [bottom] = await lumaOf(video, "iw:ih/2:0:ih/2");
    expect(bottom! - top!).toBeGreaterThan(150);
  });

  test("anamorphic samples become square", async () => {
    const file = await clip("dv.mp4", ...picture(1, 25, "144x116"), ...tone(1), "-vf", "setsar=16/11", ...QUICK);
    const encode = await transcodeInto(file);
    expect(encode.plan.rungs[0]).toMatchObject({ width: 208, height: 116 });
    await expectProfile(encode);
  });

  test("interlaced pictures lose their combs", async () => {
    const weave = ["-vf", "tinterlace=interleave_top,setfield=tff", "-flags", "+ilme+ildct", "-x264-params", "tff=1"];
    const file = await clip("interlaced.mp4", ...picture(2, 50, "320x240"), ...tone(2), ...weave, ...QUICK);
    const encode = await transcodeInto(file);
    const { video } = await expectProfile(encode);
    expect(await combedFrames(file)).toBeGreaterThan(30);
    expect(await combedFrames(video)).toBeLessThan(15);
  });

  test("10-bit HDR is tone-mapped to SDR", async () => {
    // PQ code value 0.508 is 100 cd/m²: white paper, which SDR shows bright; a plain conversion gives 130.
    const paper = "color=c=0x828282:s=192x108:r=25:d=1,format=yuv420p10le";
    const tags = "colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:log-level=error";
    const hdr = ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", tags, "-c:a", "aac"];
    const labels = ["-color_primaries", "bt2020", "-color_trc", "smpte2084", "-colorspace", "bt2020nc"];
    const file = await clip("hdr.mp4", "-f", "lavfi", "-i", paper, ...tone(1), ...hdr, ...labels, "-tag:v", "hvc1");
    const encode = await transcodeInto(file);
    expect(encode.source.video).toMatchObject({ pixelFormat: "yuv420p10le", transfer: "smpte2084" });
    const { video } = await expectProfile(encode);
    const [luma] = await lumaOf(video);
    expect(luma).toBeGreaterThan(145);
    expect(luma).toBeLessThan(250);
  });

  test("4:4:4 becomes 4:2:0", async () => {
    const full = [...picture(1), ...tone(1), "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv444p"];
    const encode = await transcodeInto(await clip("full.mp4", ...full, "-c:a", "aac"));
    expect(encode.source.video?.pixelFormat).toBe("yuv444p");
    await expectProfile(encode);
  });
});

/** Frames that ffmpeg's interlace detector finds combed. */
async function combedFrames(file: string): Promise<number> {
  const print = "idet,metadata=print:key=lavfi.idet.multiple.current_frame:file=-";
  const lines = (await ffmpeg("-i", file, "-vf", print, "-f", "null", "-")).toString();
  return [...lines.matchAll(/current_frame=(tff|bff)/g)].length;
}

describe("structure of the file", () => {
  test("open GOPs with B-frames are shown from the first frame to the last", async () => {
    const open = ["-x264-params", "open-gop=1:bframes=3:b-adapt=0:keyint=12:min-keyint=12:scenecut=0"];
    const codec = ["-c:v", "libx264", "-preset", "medium", "-pix_fmt", "yuv420p", "-c:a", "aac"];
    const encode = await transcodeInto(await clip("open.mp4", ...picture(2), ...tone(2), ...codec, ...open));
    expect(encode.plan.frames).toBe(50);
    await expectProfile(encode);
  });

  test.each([
    ["of one second", 1, 25],
    ["of 0.4 s, made a second long", 0.4, 25],
    ["of 4.5 s, whose tail lengthens its only segment", 4.5, 113],
  ])("a clip %s", async (name, seconds, frames) => {
    const file = await clip(`short-${seconds}.mp4`, ...picture(seconds), ...tone(seconds), ...QUICK);
    const encode = await transcodeInto(file);
    expect(encode.plan, name).toMatchObject({ frames, segments: 1 });
    await expectProfile(encode);
  });

  test.each(["mkv", "mov", "webm", "avi", "ts", "flv", "mpg"])("container .%s", async (ending) => {
    const codecs: Record<string, string[]> = {
      webm: ["-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus"],
      avi: ["-c:v", "mpeg4", "-c:a", "libmp3lame"],
      mpg: ["-c:v", "mpeg2video", "-c:a", "mp2"],
    };
    const file = await clip(`box.${ending}`, ...picture(2), ...tone(2), ...(codecs[ending] ?? QUICK));
    const encode = await transcodeInto(file);
    expect(encode.plan.durationSeconds).toBeCloseTo(2, 0);
    await expectProfile(encode);
  });

  test("cover art beside a film is not the film", async () => {
    const cover = await clip("cover.png", ...picture(1, 1, "300x300"), "-frames:v", "1");
    const film = await clip("film.mp4", ...picture(2), ...tone(2), ...QUICK);
    const attached = ["-map", "1", "-map", "0", "-c", "copy", "-disposition:v:0", "attached_pic"];
    const encode = await transcodeInto(await clip("covered.mp4", "-i", film, "-i", cover, ...attached));
    expect(encode.source.coverArt).not.toBeNull();
    expect(encode.plan.rungs[0]).toMatchObject({ width: 192, height: 108 });
    await expectProfile(encode);
  });

  test("a sound file is shown with its cover", async () => {
    const cover = await clip("red.png", "-f", "lavfi", "-i", "color=c=0xff0000:s=200x200", "-frames:v", "1");
    const song = await clip("song.mp3", ...tone(3), "-i", cover, "-map", "0", "-map", "1", "-c:v", "copy");
    const encode = await transcodeInto(song);
    expect(encode.plan.rungs.map((rung) => rung.name)).toEqual(["720p", "480p", "360p"]);
    const { video } = await expectProfile(encode);
    const [middle] = await lumaOf(video, "200:200");
    const [edge] = await lumaOf(video, "100:100:0:0");
    expect(middle! - edge!).toBeGreaterThan(10);
  });

  test("a sound file without a cover is shown with a card", async () => {
    const encode = await transcodeInto(await clip("plain.wav", ...tone(1.5)));
    expect(encode.plan.durationSeconds).toBeCloseTo(1.5, 1);
    await expectProfile(encode);
  });

  test("two hours keep their grid of 4.004 s to the end", { timeout: 300_000 }, async () => {
    const quiet = ["-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo:d=60"];
    const minute = await clip("minute.mp4", ...picture(60, "24000/1001", "32x32"), ...quiet, ...QUICK);
    const file = await clip("long.mp4", "-stream_loop", "119", "-i", minute, "-c", "copy", "-t", "7200");
    const encode = await transcodeInto(file);
    const { segments, init } = encode.videos.get("360p")!;
    expect(segments.slice(0, -1).every((segment) => segment.ticks === 480_480)).toBe(true);
    expect(encode.audio.segments).toHaveLength(segments.length);
    const end = segments.at(-1)!;
    expect((end.startTicks + end.ticks) / init.timescale).toBeCloseTo(7200, 0);
  });
});
