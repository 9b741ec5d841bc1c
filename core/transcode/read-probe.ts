import { z } from "zod";
import type { SourceFacts } from "../content/contract";
import { TranscodeFailure } from "./failure";
import { type AudioTrack, displaySize, type Source, type VideoTrack } from "./source";

const Stream = z.looseObject({
  index: z.int(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  codec_tag_string: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  sample_aspect_ratio: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  r_frame_rate: z.string().optional(),
  pix_fmt: z.string().optional(),
  nb_frames: z.string().optional(),
  field_order: z.string().optional(),
  color_transfer: z.string().optional(),
  color_primaries: z.string().optional(),
  color_space: z.string().optional(),
  channels: z.number().optional(),
  sample_rate: z.string().optional(),
  disposition: z.record(z.string(), z.number()).optional(),
  side_data_list: z.array(z.looseObject({ rotation: z.number().optional() })).optional(),
  tags: z.record(z.string(), z.string()).optional(),
});
type Stream = z.infer<typeof Stream>;

const Probe = z.object({
  streams: z.array(Stream).default([]),
  format: z
    .object({ format_name: z.string(), start_time: z.string().optional(), duration: z.string().optional() })
    .optional(),
});

/** 8K DCI: beyond it a single frame costs more memory than the whole ladder. */
export const MAX_PICTURE_PIXELS = 8192 * 4320;
export const MAX_DURATION_SECONDS = 24 * 3600;

/**
 * Reads the JSON of `ffprobe -show_streams -show_format` and chooses what plays: the default track of each kind,
 * else the first. Cover art is no video.
 * @throws TranscodeFailure for what cannot be converted at all
 */
export function readProbe(json: unknown): Source {
  const probe = Probe.safeParse(json);
  if (!probe.success || !probe.data.format) throw new TranscodeFailure("source.not_media");
  const { streams, format } = probe.data;
  if (streams.some(isEncrypted)) throw new TranscodeFailure("source.drm");

  const pictures = streams.filter((stream) => stream.codec_type === "video");
  const video = chosen(pictures.filter((stream) => !stream.disposition?.attached_pic));
  const audio = chosen(streams.filter((stream) => stream.codec_type === "audio"));
  const cover = pictures.find((stream) => stream.disposition?.attached_pic === 1);
  if (!video && !audio) throw new TranscodeFailure("source.no_content");
  const source: Source = {
    container: format.format_name,
    startSeconds: seconds(format.start_time) ?? 0,
    durationSeconds: seconds(format.duration),
    video: video ? videoTrack(video) : null,
    audio: audio ? audioTrack(audio) : null,
    coverArt: cover && (cover.width ?? 0) * (cover.height ?? 0) <= MAX_PICTURE_PIXELS ? cover.index : null,
  };
  if ((source.durationSeconds ?? 0) > MAX_DURATION_SECONDS) throw new TranscodeFailure("source.too_long");
  return source;
}

/** What the API tells about the source. */
export function sourceFacts(source: Source): SourceFacts {
  const size = source.video && displaySize(source.video);
  return {
    container: source.container.split(",")[0]!,
    videoCodec: source.video?.codec ?? null,
    audioCodec: source.audio?.codec ?? null,
    width: size ? Math.round(size.width) : null,
    height: size ? Math.round(size.height) : null,
    frameRate: source.video?.framesPerSecond ? Math.round(source.video.framesPerSecond * 1000) / 1000 : null,
    durationSeconds: source.durationSeconds,
  };
}

function chosen(streams: Stream[]): Stream | undefined {
  return streams.find((stream) => stream.disposition?.default === 1) ?? streams[0];
}

/** Encrypted sample entries (`encv`, `enca`, and `drmi`, `drms` of iTunes): ISO/IEC 14496-12 §8.12. */
function isEncrypted(stream: Stream): boolean {
  return /^(enc[vat]|drm[is])$/.test(stream.codec_tag_string ?? "");
}

function videoTrack(stream: Stream): VideoTrack {
  const { width = 0, height = 0 } = stream;
  if (!stream.codec_name || stream.codec_name === "none" || stream.codec_name === "unknown") {
    throw new TranscodeFailure("source.unsupported_codec", `video ${stream.codec_tag_string ?? ""}`);
  }
  if (width * height > MAX_PICTURE_PIXELS || width > 16_384 || height > 16_384) {
    throw new TranscodeFailure("source.too_large_picture", `${width}x${height}`);
  }
  if (width === 0 || height === 0) throw new TranscodeFailure("source.corrupt", "video without a size");
  return {
    index: stream.index,
    codec: stream.codec_name,
    width,
    height,
    sampleAspect: ratio(stream.sample_aspect_ratio, ":") ?? 1,
    rotation: quarterTurns(stream),
    framesPerSecond: frameRate(stream),
    statedFrames: Number(stream.nb_frames) > 0 ? Number(stream.nb_frames) : null,
    pixelFormat: stream.pix_fmt ?? "yuv420p",
    scan: scanOf(stream.field_order),
    transfer: known(stream.color_transfer),
    primaries: known(stream.color_primaries),
    matrix: known(stream.color_space),
  };
}

function audioTrack(stream: Stream): AudioTrack {
  if (!stream.codec_name || stream.codec_name === "none" || stream.codec_name === "unknown") {
    throw new TranscodeFailure("source.unsupported_codec", `audio ${stream.codec_tag_string ?? ""}`);
  }
  return {
    index: stream.index,
    codec: stream.codec_name,
    channels: stream.channels ?? 2,
    sampleRate: Number(stream.sample_rate ?? 48_000),
  };
}

/** The average rate where it makes sense, else the base rate: some demuxers know only one of them. */
function frameRate(stream: Stream): number | null {
  const plausible = [ratio(stream.avg_frame_rate, "/"), ratio(stream.r_frame_rate, "/")];
  return plausible.find((rate) => rate !== null && rate > 0.01 && rate < 1000) ?? null;
}

function scanOf(fieldOrder: string | undefined): VideoTrack["scan"] {
  if (fieldOrder === "progressive") return "progressive";
  return fieldOrder && fieldOrder !== "unknown" ? "interlaced" : "unknown";
}

/** ffprobe tells the angle counter-clockwise, from −180 to 180. */
function quarterTurns(stream: Stream): VideoTrack["rotation"] {
  const angle = stream.side_data_list?.find((side) => side.rotation !== undefined)?.rotation ?? 0;
  return ((((Math.round(-angle / 90) * 90) % 360) + 360) % 360) as VideoTrack["rotation"];
}

function known(name: string | undefined): string | null {
  return name && name !== "unknown" && name !== "reserved" ? name : null;
}

function seconds(text: string | undefined): number | null {
  const value = Number(text);
  return text !== undefined && Number.isFinite(value) ? value : null;
}

function ratio(text: string | undefined, separator: string): number | null {
  const [above, below] = (text ?? "").split(separator).map(Number);
  return above && below && above > 0 && below > 0 ? above / below : null;
}
