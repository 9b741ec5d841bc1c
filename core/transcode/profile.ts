import type { Rung } from "../playout/segment-table";

/**
 * The channel profile: what every encoding of every item keeps to, so that one fixed master playlist describes a
 * channel whatever is on air. Bit rates are bits per second.
 */
export interface RungProfile {
  /** Box into which the picture is fitted, without padding. */
  boxWidth: number;
  boxHeight: number;
  /** H.264 level as x264 takes it. Chosen for 60 frames per second, so that it never depends on the item. */
  level: "4.2" | "3.2" | "3.1";
  /** RFC 6381 name: High profile (64), no constraint flags (00), level in hexadecimal. */
  codecs: string;
  maxrate: number;
  bufsize: number;
}

/** A VBV buffer of one second bounds every 2.5 s of video to 1.4 × maxrate; see `videoPeakBitrate`. */
export const RUNG_PROFILES = {
  "1080p": {
    boxWidth: 1920,
    boxHeight: 1080,
    level: "4.2",
    codecs: "avc1.64002a",
    maxrate: 5_000_000,
    bufsize: 5_000_000,
  },
  "720p": {
    boxWidth: 1280,
    boxHeight: 720,
    level: "3.2",
    codecs: "avc1.640020",
    maxrate: 2_800_000,
    bufsize: 2_800_000,
  },
  "480p": {
    boxWidth: 854,
    boxHeight: 480,
    level: "3.1",
    codecs: "avc1.64001f",
    maxrate: 1_400_000,
    bufsize: 1_400_000,
  },
  // 640×360 at 60 frames per second is 55,200 macroblocks a second: beyond level 3.0 (40,500).
  "360p": { boxWidth: 640, boxHeight: 360, level: "3.1", codecs: "avc1.64001f", maxrate: 800_000, bufsize: 800_000 },
} as const satisfies Record<Rung, RungProfile>;

export const VIDEO_PRESET = "veryfast";
/** Constant quality, capped by maxrate: measured 31 % fewer bits at 480p than plain VBV for 0.16 dB. */
export const VIDEO_CRF = 23;

export const AUDIO_CODECS = "mp4a.40.2";
export const AUDIO_SAMPLE_RATE = 48_000;
export const AUDIO_CHANNELS = 2;
export const AUDIO_BITRATE = 128_000;
/** Samples of one AAC-LC frame. */
export const AAC_FRAME_SAMPLES = 1024;

/** EBU R128 programme loudness, and the highest true peak. */
export const TARGET_LUFS = -23;
export const MAX_TRUE_PEAK_DBTP = -1;

/** Seconds of a closed GOP and of a segment; frame rates over 1.001 stretch both by 1.001. */
export const GOP_SECONDS = 2;
export const SEGMENT_SECONDS = 4;
/** No last segment is shorter: a shorter tail is part of the segment before it. */
export const MIN_LAST_SEGMENT_SECONDS = 1;

/** EXT-X-TARGETDURATION of every playlist: the longest segment is 5.004 s, a whole one with its tail. */
export const TARGET_DURATION_SECONDS = 5;

/** fMP4 costs about 16 bytes a sample and 130 a fragment: 0.9 % of the smallest rung at 60 frames per second. */
const CONTAINER_BITRATE = 12_000;
/** The AAC encoder keeps to its rate within a tenth over 2.5 s. */
const AUDIO_PEAK_BITRATE = Math.round(AUDIO_BITRATE * 1.1) + 8_000;

/**
 * Highest bit rate over any run of segments between 0.5 and 1.5 target durations (RFC 8216 §4.3.4.2), which VBV
 * guarantees: in `t` seconds at most `maxrate × t + bufsize` bits leave the encoder, and t is at least 2.5 s.
 */
export function videoPeakBitrate(rung: Rung): number {
  const { maxrate, bufsize } = RUNG_PROFILES[rung];
  const shortestSeconds = TARGET_DURATION_SECONDS / 2;
  return Math.round((maxrate * shortestSeconds + bufsize) / shortestSeconds) + CONTAINER_BITRATE;
}

/** BANDWIDTH of a variant (video and audio together) that no item of the profile exceeds. */
export function variantBandwidth(rung: Rung): number {
  return videoPeakBitrate(rung) + AUDIO_PEAK_BITRATE;
}

/** AVERAGE-BANDWIDTH of a variant that no item of the profile exceeds for long. */
export function variantAverageBandwidth(rung: Rung): number {
  return RUNG_PROFILES[rung].maxrate + CONTAINER_BITRATE + AUDIO_BITRATE + 8_000;
}

/** CODECS of a variant with its audio. */
export function variantCodecs(rung: Rung): string {
  return `${RUNG_PROFILES[rung].codecs},${AUDIO_CODECS}`;
}
