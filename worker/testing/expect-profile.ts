import { expect } from "vitest";
import { formatFrameRate } from "@/core/transcode/frame-rate";
import { RUNG_PROFILES } from "@/core/transcode/profile";
import type { FileEncode } from "../transcode-file";
import { joined, probed } from "./media";

/** What holds of every encode, whatever the source: judged by ffprobe, not by our own parser. */
export async function expectProfile(encode: FileEncode) {
  const { plan } = encode;
  const audio = await probed(await joined(encode, "audio"));
  expect(audio).toMatchObject({ codec_name: "aac", profile: "LC", sample_rate: "48000", channels: 2 });
  expect(Number(audio.start_time)).toBe(0);
  for (const rung of plan.rungs) {
    const video = await probed(await joined(encode, rung.name));
    expect(video).toMatchObject({
      codec_name: "h264",
      profile: "High",
      level: Number(RUNG_PROFILES[rung.name].level) * 10,
      pix_fmt: "yuv420p",
      sample_aspect_ratio: "1:1",
      color_space: "bt709",
      color_transfer: "bt709",
      color_primaries: "bt709",
      color_range: "tv",
      avg_frame_rate: formatFrameRate(plan.frameRate),
      has_b_frames: 0,
      width: rung.width,
      height: rung.height,
      nb_read_frames: String(plan.frames),
    });
    expect(Number(video.start_time)).toBe(0);
    expect(Math.abs(Number(video.duration) - Number(audio.duration))).toBeLessThanOrEqual(1024 / 48_000);
    expect(encode.videos.get(rung.name)?.segments).toHaveLength(encode.audio.segments.length);
  }
  const last = encode.videos.get(plan.rungs[0]!.name)!;
  expect(last.segments.at(-1)!.ticks / last.init.timescale).toBeGreaterThanOrEqual(1);
  return { audio: `${encode.folder}/audio.mp4`, video: `${encode.folder}/${plan.rungs[0]!.name}.mp4` };
}
