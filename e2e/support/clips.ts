import { execFile } from "node:child_process";
import { access, mkdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A real clip made by ffmpeg: moving test pattern and a tone. Made once per length and size. */
export async function makeClip(fields: {
  name: string;
  seconds: number;
  size?: string;
  fps?: string;
  tone?: number;
}): Promise<string> {
  const { name, seconds, size = "640x360", fps = "25", tone = 440 } = fields;
  const folder = path.resolve(".lineup/e2e/clips");
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}-${seconds}s-${size}-${fps.replace("/", "-")}.mp4`);
  if (
    await access(file).then(
      () => true,
      () => false,
    )
  )
    return file;
  await run("ffmpeg", [
    ...["-hide_banner", "-loglevel", "error", "-nostdin", "-y"],
    ...["-f", "lavfi", "-i", `testsrc2=size=${size}:rate=${fps}:duration=${seconds}`],
    ...["-f", "lavfi", "-i", `sine=frequency=${tone}:sample_rate=48000:duration=${seconds}`],
    ...["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest", file],
  ]);
  return file;
}
