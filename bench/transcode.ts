import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type Bench, median, type Row } from "./bench";
import { singleCommand } from "./transcodes/single-command";

const execute = promisify(execFile);

const SECONDS = 60;
/** One takes three minutes on two cores; take more for a figure closer than 2 %. */
const ROUNDS = 1;
const FPS = 30;

export const name: Bench["name"] = "Transcode";
export const goal: Bench["goal"] =
  "A whole job (probe, loudness, encode, verification, pictures, playlists) against the best single ffmpeg command for the same ladder.";

interface Cost {
  cpuSeconds: number;
  wallSeconds: number;
}

/** Takes turns, so that a machine that grows slower while measuring does not favour one side. */
export async function run(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "lineup-bench-"));
  try {
    const source = await makeSource(folder);
    const ours: Cost[] = [];
    const single: Cost[] = [];
    const alike: Cost[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      single.push(await singleCost(source, path.join(folder, `single-${round}`)));
      ours.push(await jobCost(source, path.join(folder, `job-${round}`)));
      alike.push(await singleCost(source, path.join(folder, `alike-${round}`), ["-bf", "0"]));
    }
    return [
      row("CPU seconds per source minute", "cpuSeconds", ours, single),
      row("wall seconds per source minute", "wallSeconds", ours, single),
      row("CPU seconds, against the command without B-frames, as our profile is", "cpuSeconds", ours, alike),
      row("wall seconds, against the command without B-frames", "wallSeconds", ours, alike),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function row(what: string, figure: keyof Cost, ours: Cost[], single: Cost[]): Row {
  const perMinute = (costs: Cost[]) => (median(costs.map((cost) => cost[figure])) * 60) / SECONDS;
  return { what, ours: perMinute(ours), yardstick: perMinute(single), unit: "s", goal: { atMost: 1.05 } };
}

/** Moving detail with grain and broadband sound: neither trivial nor impossible to compress. */
async function makeSource(folder: string): Promise<string> {
  const source = path.join(folder, "source.mp4");
  await execute("ffmpeg", [
    ...["-hide_banner", "-loglevel", "error", "-y"],
    ...["-f", "lavfi", "-i", `testsrc2=s=1920x1080:r=${FPS}:d=${SECONDS},noise=alls=8:allf=t`],
    ...["-f", "lavfi", "-i", `anoisesrc=c=pink:r=48000:a=0.2:d=${SECONDS}`],
    ...["-c:v", "libx264", "-preset", "ultrafast", "-crf", "20", "-pix_fmt", "yuv420p", "-c:a", "aac", source],
  ]);
  return source;
}

async function singleCost(source: string, folder: string, encoding: string[] = []): Promise<Cost> {
  await mkdir(folder);
  const startedAt = performance.now();
  const { cpuSeconds } = await timed("ffmpeg", singleCommand(source, folder, { fps: FPS, seconds: SECONDS, encoding }));
  return { cpuSeconds, wallSeconds: (performance.now() - startedAt) / 1000 };
}

async function jobCost(source: string, folder: string): Promise<Cost> {
  await mkdir(folder);
  const script = path.join(import.meta.dirname, "transcodes/whole-job.ts");
  const { cpuSeconds, output } = await timed(process.execPath, ["--import", "tsx", script, source, folder]);
  const told = JSON.parse(output) as { wallSeconds: number; startCpuSeconds: number };
  return { cpuSeconds: cpuSeconds - told.startCpuSeconds, wallSeconds: told.wallSeconds };
}

/** CPU time of a command and all its descendants, as the shell counts it. */
async function timed(command: string, args: string[]): Promise<{ cpuSeconds: number; output: string }> {
  const { stdout } = await execute("bash", ["-c", '"$@" || exit; times', "bash", command, ...args], {
    maxBuffer: 2 ** 24,
  });
  const lines = stdout.trim().split("\n");
  const children = lines.at(-1)!;
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  );
  return { cpuSeconds: seconds.reduce((sum, value) => sum + value, 0), output: lines.slice(0, -2).join("\n") };
}
