import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type FileEncode, type FileEncodeOptions, transcodeFile } from "../transcode-file";

const execute = promisify(execFile);

/** A folder for one test file's clips; `remove` it at the end. */
export async function mediaFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), "lineup-media-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Runs ffmpeg as a creator's tool would, to make a fixture. */
export async function ffmpeg(...args: string[]): Promise<Buffer> {
  const { stdout } = await execute("ffmpeg", ["-hide_banner", "-loglevel", "error", "-nostdin", "-y", ...args], {
    encoding: "buffer",
    maxBuffer: 256 * 1024 ** 2,
  });
  return stdout;
}

/** Moving test picture and a 440 Hz tone as inputs of ffmpeg. */
export function picture(seconds: number, rate: string | number = 25, size = "192x108"): string[] {
  return ["-f", "lavfi", "-i", `testsrc2=s=${size}:r=${rate}:d=${seconds}`];
}
export function tone(seconds: number, hertz = 440, options = ""): string[] {
  return ["-f", "lavfi", "-i", `sine=f=${hertz}:r=48000:d=${seconds}${options}`];
}

/** Quick H.264 and AAC. */
export const QUICK = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"];

export async function transcodeInto(file: string, options: Partial<FileEncodeOptions> = {}): Promise<FileEncode> {
  const work = await mkdtemp(path.join(path.dirname(file), "work-"));
  return transcodeFile(file, work, { signal: new AbortController().signal, ...options });
}

/** A rendition as one file, as a player would append it. */
export async function joined(encode: FileEncode, rendition: string): Promise<string> {
  const folder = path.join(encode.folder, rendition);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".m4s")).sort();
  const parts = await Promise.all(["init.mp4", ...names].map((name) => readFile(path.join(folder, name))));
  const file = path.join(encode.folder, `${rendition}.mp4`);
  await writeFile(file, Buffer.concat(parts));
  return file;
}

export interface ProbedStream {
  codec_name: string;
  profile: string;
  level: number;
  width: number;
  height: number;
  pix_fmt: string;
  sample_aspect_ratio: string;
  color_space: string;
  color_transfer: string;
  color_primaries: string;
  color_range: string;
  avg_frame_rate: string;
  has_b_frames: number;
  start_time: string;
  duration: string;
  nb_read_frames: string;
  sample_rate: string;
  channels: number;
}

/** What ffprobe says of the one stream of a joined rendition, with its frames counted by decoding. */
export async function probed(file: string): Promise<ProbedStream> {
  const { stdout } = await execute("ffprobe", ["-v", "error", "-count_frames", "-show_streams", "-of", "json", file]);
  return (JSON.parse(stdout) as { streams: ProbedStream[] }).streams[0]!;
}

/** Mean luma (0–255) of every frame. */
export async function lumaOf(file: string, crop = "iw:ih"): Promise<number[]> {
  const filter = `crop=${crop},scale=1:1:flags=area,format=gray`;
  return [...(await ffmpeg("-i", file, "-vf", filter, "-vsync", "passthrough", "-f", "rawvideo", "-"))];
}

/** Samples of one channel, −1 to 1. */
export async function samplesOf(file: string, channel = 0): Promise<Float32Array> {
  const bytes = await ffmpeg("-i", file, "-af", `pan=mono|c0=c${channel}`, "-f", "f32le", "-");
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** Rises through zero per second: the pitch of a pure tone. */
export function pitchOf(samples: Float32Array, rate = 48_000): number {
  const middle = samples.subarray(Math.floor(samples.length * 0.2), Math.floor(samples.length * 0.8));
  let rises = 0;
  for (let index = 1; index < middle.length; index++) if (middle[index - 1]! < 0 && middle[index]! >= 0) rises++;
  return (rises * rate) / middle.length;
}

export function loudestOf(samples: Float32Array): number {
  return samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
}
