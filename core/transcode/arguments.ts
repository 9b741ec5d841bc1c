import { audioChain, cardChains, loudnessFilter, stillInput, videoChains } from "./filters";
import { gopFrames, segmentSeconds, VIDEO_TIMESCALE } from "./frame-rate";
import type { LadderRung } from "./ladder";
import type { LoudnessCorrection } from "./loudness";
import type { EncodePlan } from "./plan";
import { AUDIO_BITRATE, AUDIO_CHANNELS, AUDIO_SAMPLE_RATE, RUNG_PROFILES, VIDEO_CRF, VIDEO_PRESET } from "./profile";
import { MAX_PICTURE_PIXELS } from "./read-probe";
import type { AudioTrack, Source } from "./source";
import type { StoryboardLayout } from "./storyboard";

/**
 * Containers that may be read. Everything that refers to other files or addresses (HLS, DASH, concat, SDP, image
 * sequences, lavfi) is absent, so that no name inside a hostile file is ever opened.
 */
const DEMUXERS = [
  "mov,matroska,avi,mpegts,mpeg,mpegvideo,flv,asf,mxf,mxf_opatom,ogg,rm,dv,gxf,nut,wtv,ivf,h264,hevc,obu,m4v,vc1",
  "wav,w64,mp3,aac,flac,aiff,caf,au,ac3,eac3,dts,amr,wv,ape,tta,mpc,mpc8,opus",
].join(",");

/** What every read of a creator's file begins with: no network, no other files, no giant pictures. */
export const HOSTILE_INPUT: readonly string[] = [
  "-protocol_whitelist",
  "file,pipe",
  "-format_whitelist",
  DEMUXERS,
  "-max_pixels",
  String(MAX_PICTURE_PIXELS),
  "-probesize",
  "20000000",
  "-analyzeduration",
  "10000000",
];

/** ffprobe: what is in the file, as JSON. */
export function probeArguments(file: string): string[] {
  return [...QUIET, ...HOSTILE_INPUT, "-show_streams", "-show_format", "-of", "json", fileUrl(file)];
}

/** ffprobe: one line per packet, `stream,pts,duration,flags`, to learn where the tracks really end. */
export function scanArguments(file: string): string[] {
  const entries = "packet=stream_index,pts_time,duration_time,flags";
  return [...QUIET, ...HOSTILE_INPUT, "-show_packets", "-show_entries", entries, "-of", "csv=p=0", fileUrl(file)];
}

const QUIET = ["-hide_banner", "-loglevel", "error"];
const RUN = ["-hide_banner", "-nostdin", "-y"];
const PROGRESS = ["-progress", "pipe:1", "-stats_period", "1", "-nostats"];

/** ffmpeg: decodes the sound alone and prints its loudness. */
export function loudnessArguments(file: string, audio: AudioTrack, maxSeconds: number): string[] {
  return [
    ...[...RUN, "-loglevel", "info", ...PROGRESS, ...HOSTILE_INPUT, "-vn", "-sn", "-dn", "-i", fileUrl(file)],
    ...["-filter_complex", loudnessFilter(audio, maxSeconds), "-map", "[measured]", "-f", "null", "-"],
  ];
}

/** ffmpeg: the attached picture of a sound file, as PNG. */
export function coverArguments(file: string, index: number, output: string): string[] {
  return [
    ...[...RUN, "-loglevel", "error", ...HOSTILE_INPUT, "-i", fileUrl(file)],
    ...["-map", `0:${index}`, "-frames:v", "1", "-f", "image2", "-update", "1", "-c:v", "png", fileUrl(output)],
  ];
}

export interface EncodeRequest {
  source: Source;
  plan: EncodePlan;
  correction: LoudnessCorrection;
  file: string;
  /** Picture for a file without video. */
  card: string | null;
  /** Folder that gets `<rung>/` and `audio/`, which must exist. */
  folder: string;
}

/** ffmpeg: the one run that decodes once and writes the segments of all renditions. */
export function encodeArguments({ source, plan, correction, file, card, folder }: EncodeRequest): string[] {
  const pictures = card === null && source.video ? videoChains(source.video, plan) : cardChains(plan);
  const graph = [...pictures, audioChain(source.audio, correction, plan)].join(";");
  return [
    ...[...RUN, "-loglevel", "warning", ...PROGRESS, ...HOSTILE_INPUT, "-sn", "-dn", "-i", fileUrl(file)],
    ...(card === null ? [] : [...stillInput(plan.frameRate), "-i", fileUrl(card)]),
    ...["-filter_complex", graph],
    ...plan.rungs.flatMap((rung, index) => videoOutput(rung, index, plan, folder)),
    ...audioOutput(plan, folder),
  ];
}

/**
 * No B-frames: with them ffmpeg starts the pictures two frames late or needs an edit list, which players in browsers
 * ignore and ffmpeg's own demuxer does not, so one of the two would play the sound out of step.
 * Key frames repeat the parameter sets, for players that keep to the first initialization segment of a playlist (ffmpeg,
 * and with it Kodi and mpv): they could not decode an item of another size.
 */
function videoOutput(rung: LadderRung, index: number, plan: EncodePlan, folder: string): string[] {
  const { level, maxrate, bufsize } = RUNG_PROFILES[rung.name];
  const gop = String(gopFrames(plan.frameRate));
  return [
    ...["-map", `[v${index}]`, "-map_metadata", "-1", "-vsync", "passthrough"],
    ...["-c:v", "libx264", "-preset", VIDEO_PRESET, "-profile:v", "high", "-level:v", level, "-bf", "0"],
    ...["-crf", String(VIDEO_CRF), "-maxrate", String(maxrate), "-bufsize", String(bufsize)],
    ...["-g", gop, "-keyint_min", gop, "-sc_threshold", "0", "-x264-params", "repeat-headers=1"],
    ...["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv"],
    ...segments(plan, `${folder}/${rung.name}`),
  ];
}

function audioOutput(plan: EncodePlan, folder: string): string[] {
  return [
    ...["-map", "[a]", "-map_metadata", "-1", "-c:a", "aac", "-profile:a", "aac_low", "-b:a", String(AUDIO_BITRATE)],
    ...["-ar", String(AUDIO_SAMPLE_RATE), "-ac", String(AUDIO_CHANNELS)],
    ...segments(plan, `${folder}/audio`),
  ];
}

/** `+cmaf` presents the first sample at zero without an edit list; a sidx would be wrong once a tail is added. */
function segments(plan: EncodePlan, folder: string): string[] {
  return [
    ...["-f", "hls", "-hls_time", segmentSeconds(plan.frameRate).toFixed(6), "-hls_list_size", "0"],
    ...["-hls_segment_type", "fmp4", "-hls_fmp4_init_filename", "init.mp4"],
    ...["-hls_segment_options", `movflags=+cmaf+skip_sidx:video_track_timescale=${VIDEO_TIMESCALE}`],
    ...["-hls_segment_filename", `${folder}/%05d.m4s`, `${folder}/ffmpeg.m3u8`],
  ];
}

/** Our own segments by standard input, key frames only. */
const OWN_KEY_FRAMES = [
  ...["-hide_banner", "-y", "-loglevel", "error", "-protocol_whitelist", "file,pipe", "-skip_frame", "nokey"],
  ...["-f", "mov", "-i", "pipe:0", "-vsync", "passthrough"],
];

/** ffmpeg: every key frame of the given segments as a picture of its own. */
export function candidatesArguments(pattern: string): string[] {
  return [...OWN_KEY_FRAMES, "-c:v", "mjpeg", "-q:v", "2", "-pix_fmt", "yuvj420p", "-f", "image2", fileUrl(pattern)];
}

/** ffmpeg: the first frame of each given segment, side by side. Every segment but the last holds two key frames. */
export function storyboardArguments(layout: StoryboardLayout, output: string): string[] {
  const { tileWidth, tileHeight, columns, rows } = layout;
  const tiles = `select=not(mod(n\\,2)),scale=${tileWidth}:${tileHeight},setsar=1,tile=${columns}x${rows}`;
  const picture = ["-c:v", "mjpeg", "-q:v", "5", "-pix_fmt", "yuvj420p", "-f", "image2", "-update", "1"];
  return [...OWN_KEY_FRAMES, "-vf", tiles, "-frames:v", "1", ...picture, fileUrl(output)];
}

/** ffmpeg: the frame that stands so many seconds into one of our own segments, as PNG. */
export function frameArguments(offsetSeconds: number, output: string): string[] {
  return [
    ...["-hide_banner", "-y", "-loglevel", "error", "-protocol_whitelist", "file,pipe", "-f", "mov", "-i", "pipe:0"],
    ...["-vf", `select=gte(t\\,${offsetSeconds.toFixed(3)})`, "-frames:v", "1"],
    ...["-c:v", "png", "-f", "image2", "-update", "1", fileUrl(output)],
  ];
}

/** A path as ffmpeg's file protocol takes it, so that a name with a colon is not read as another protocol. */
export function fileUrl(path: string): string {
  return `file:${path}`;
}
