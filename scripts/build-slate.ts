/**
 * Makes `public/slate/`: what a channel shows when nothing is scheduled. Run it again only when the channel profile
 * or the picture changes: `node --import tsx scripts/build-slate.ts`.
 */
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { RUNGS, type SegmentTable } from "@/core/playout/segment-table";
import { slateVersion } from "./slate-version";

// The pipeline reads the settings of a whole server; of these only where ffmpeg is matters here.
process.env.DATABASE_URL ??= "postgresql://localhost/none";
process.env.REDIS_URL ??= "redis://localhost";
process.env.NEXTAUTH_SECRET ??= "a slate is made without any session".padEnd(40);
const { transcodeFile } = await import("@/worker/transcode-file");
const { finishEncode } = await import("@/worker/finish-encode");

/** 1500 AAC frames: pictures and sound of a loop end together to the sample. */
const SECONDS = 32;
const WIDTH = 1920;
const HEIGHT = 1080;
const OUT = path.resolve("public/slate");

const backdrop = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
  <defs>
    <linearGradient id="night" x1="0" y1="0" x2="0.4" y2="1">
      <stop offset="0" stop-color="#1b2036"/><stop offset="0.55" stop-color="#12152a"/><stop offset="1" stop-color="#0b0d1a"/>
    </linearGradient>
  </defs>
  <rect width="100%" height="100%" fill="url(#night)"/>
  <g font-family="DejaVu Sans, Liberation Sans, sans-serif" text-anchor="middle">
    <text x="960" y="560" font-size="84" font-weight="300" fill="#f4f1ea">We’ll be right back</text>
    <text x="960" y="640" font-size="34" fill="#9aa1b9">The next programme starts soon</text>
  </g>
  <rect x="760" y="716" width="400" height="4" rx="2" fill="#2c3352"/>
</svg>`;

/** A soft light that wanders along the line below the words. */
const glow = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="60">
  <defs><radialGradient id="glow"><stop offset="0" stop-color="#f5b971" stop-opacity="0.95"/><stop offset="0.25" stop-color="#f5b971" stop-opacity="0.5"/><stop offset="1" stop-color="#f5b971" stop-opacity="0"/></radialGradient></defs>
  <ellipse cx="120" cy="30" rx="120" ry="9" fill="url(#glow)"/>
</svg>`;

const work = await mkdtemp(path.join(tmpdir(), "slate-"));
try {
  await sharp(Buffer.from(backdrop)).png().toFile(path.join(work, "backdrop.png"));
  await sharp(Buffer.from(glow)).png().toFile(path.join(work, "glow.png"));
  const source = path.join(work, "source.mkv");
  // Everything moves in periods that divide the loop, so that its end meets its start.
  const motion = `[0:v][1:v]overlay=x='840+180*sin(2*PI*t/8)':y=688:format=auto,format=yuv420p[v]`;
  const chord = [110, 164.8125, 220].map(
    (hertz, voice) => `0.004*(1+0.5*sin(2*PI*t/16+${voice}))*sin(2*PI*${hertz}*t)`,
  );
  const made = spawnSync(
    "ffmpeg",
    [
      ...["-hide_banner", "-loglevel", "error", "-y"],
      ...["-loop", "1", "-framerate", "30", "-i", path.join(work, "backdrop.png")],
      ...["-loop", "1", "-framerate", "30", "-i", path.join(work, "glow.png")],
      ...["-f", "lavfi", "-i", `aevalsrc=exprs='${chord.join("+")}':s=48000:d=${SECONDS}`],
      ...["-filter_complex", motion, "-map", "[v]", "-map", "2:a", "-t", String(SECONDS)],
      ...["-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", "-c:a", "flac", source],
    ],
    { stdio: "inherit" },
  );
  if (made.status !== 0) throw new Error("the source of the slate could not be made");

  const { signal } = new AbortController();
  const encode = await transcodeFile(source, work, { signal, keepLevel: true });
  const { vod } = await finishEncode(encode, signal);
  const table: SegmentTable = {
    id: "slate",
    baseUrl: `/slate/${await slateVersion(encode.folder)}/`,
    video: vod.videoTable,
    audio: vod.audioTable,
    rungs: RUNGS.filter((rung) => encode.videos.has(rung)),
  };
  await rm(OUT, { recursive: true, force: true });
  await cp(encode.folder, OUT, { recursive: true });
  await writeFile(path.join(OUT, "slate.json"), `${JSON.stringify(table, null, 2)}\n`);

  let bytes = 0;
  for (const entry of await readdir(OUT, { recursive: true })) bytes += (await stat(path.join(OUT, entry))).size;
  console.log(`public/slate: ${table.video.ticks.length} segments, ${Math.round(bytes / 1024)} kB`);
} finally {
  await rm(work, { recursive: true, force: true });
}
