import { RUNG_PROFILES } from "../transcode/profile";
import { displaySize, isHdr, type Source } from "../transcode/source";
import type { Rung } from "./segment-table";

/** The first segments of a linked manifest, as ffprobe sees them. */
export interface ProbedSegments {
  videos: readonly { rung: Rung; source: Source }[];
  sound: Source;
}

/** What the master playlist of every channel promises: at most so many pictures a second, and so many channels. */
const MOST_FRAMES_PER_SECOND = 60.01;
const MOST_CHANNELS = 2;
/** Sound and picture that begin further apart would air so. An encoder's lead-in of two AAC frames is less. */
const SAME_START_SECONDS = 0.1;

/**
 * Holds what really lies in the segments against the channel profile: a manifest may promise anything.
 * @returns the reason why it cannot air, in words for its creator; null when it can
 */
export function whyProbedUnfit({ videos, sound }: ProbedSegments): string | null {
  for (const { rung, source } of videos) {
    const reason = whyVideoUnfit(rung, source);
    if (reason) return reason;
    if (Math.abs(source.startSeconds - sound.startSeconds) > SAME_START_SECONDS) {
      return "Its sound and its pictures do not begin together.";
    }
  }
  if (sound.audio?.codec !== "aac") return `Its sound is ${sound.audio?.codec ?? "absent"}, not AAC.`;
  if (sound.audio.channels > MOST_CHANNELS) return `Its sound has ${sound.audio.channels} channels; a channel has two.`;
  return null;
}

function whyVideoUnfit(rung: Rung, { video }: Source): string | null {
  if (video?.codec !== "h264") return `Its pictures are ${video?.codec ?? "absent"}, not H.264.`;
  if (!/^yuvj?420p$/.test(video.pixelFormat)) return `Its pictures are ${video.pixelFormat}, not 4:2:0 with 8 bits.`;
  if (isHdr(video)) return "Its pictures are HDR.";
  if (video.scan === "interlaced") return "Its pictures are interlaced.";
  if ((video.framesPerSecond ?? 0) > MOST_FRAMES_PER_SECOND) return "It has more than 60 pictures a second.";
  const { width, height } = displaySize(video);
  const { boxWidth, boxHeight } = RUNG_PROFILES[rung];
  if (width > boxWidth || height > boxHeight) return "Its pictures are larger than its manifest says.";
  return null;
}
