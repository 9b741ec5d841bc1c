import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "@/server/env";

export interface RunLimits {
  /** Killed after so long. */
  wallSeconds: number;
  /** Address space of the process. */
  memoryBytes: number;
  /** CPU time of all its threads together. */
  cpuSeconds: number;
  /** Killed when it prints nothing for so long: out of memory, ffmpeg may wait for a thread that never started. */
  stallSeconds?: number;
  /** Largest file it may write. */
  fileBytes: number;
}

export interface RunOptions {
  limits: RunLimits;
  signal?: AbortSignal;
  /** Called for every line of standard output; otherwise the output is gathered. */
  onLine?: (line: string) => void;
  /** Variables of the environment beside the few that every program gets. */
  environment?: Record<string, string>;
  /** Bytes for standard input. */
  input?: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

export interface RunResult {
  stdout: string;
  /** The last 64 kB. */
  stderr: string;
}

/** A program that ended in any other way than by exit code 0. */
export class ProcessFailure extends Error {
  override readonly name = "ProcessFailure";

  constructor(
    readonly program: string,
    readonly reason: "exit" | "signal" | "timeout" | "output" | "absent",
    readonly stderr: string,
    message: string,
  ) {
    super(message);
  }
}

/** The setting that says where each program is. */
const PATHS = { ffmpeg: "FFMPEG_PATH", ffprobe: "FFPROBE_PATH", "yt-dlp": "YTDLP_PATH" } as const;

const MAX_STDERR_CHARACTERS = 64_000;
const MAX_STDOUT_CHARACTERS = 16_000_000;

/**
 * Runs ffmpeg, ffprobe or yt-dlp: the only place of the product that spawns processes for media. No shell, no proxy or other
 * settings from our environment, hard limits on memory, CPU, files and time, and the lowest priority, so that a
 * channel on the same machine never waits for an encode. The process dies with this one, even by kill -9.
 * @throws ProcessFailure, or the signal's reason when aborted
 */
export async function run(
  program: keyof typeof PATHS,
  args: readonly string[],
  options: RunOptions,
): Promise<RunResult> {
  options.signal?.throwIfAborted();
  const path = env()[PATHS[program]];
  const [command, ...rest] = [...guards(options.limits), path, ...args];
  const child = spawn(command!, rest, {
    stdio: [options.input ? "pipe" : "ignore", "pipe", "pipe"],
    env: { ...cleanEnvironment(), ...options.environment },
  });
  let ended: ProcessFailure["reason"] | null = null;
  const stop = (reason: typeof ended) => {
    ended ??= reason;
    child.kill("SIGKILL");
  };
  const timer = setTimeout(() => stop("timeout"), options.limits.wallSeconds * 1000);
  let stall: NodeJS.Timeout | undefined;
  const { stallSeconds } = options.limits;
  const alive = () => {
    clearTimeout(stall);
    if (stallSeconds) stall = setTimeout(() => stop("timeout"), stallSeconds * 1000);
  };
  alive();
  child.stdout?.on("data", alive);
  const onAbort = () => stop("signal");
  options.signal?.addEventListener("abort", onAbort, { once: true });
  const gathered = gather(child, options.onLine, () => stop("output"));
  try {
    const [code, signal] = await Promise.all([exited(child, program), feed(child, options.input)]).then(([end]) => end);
    options.signal?.throwIfAborted();
    const { stdout, stderr } = await gathered;
    if (code === 0 && ended === null) return { stdout, stderr };
    const reason = ended ?? (code === null ? "signal" : "exit");
    throw new ProcessFailure(program, reason, stderr, `${program} ended by ${ended ?? signal ?? `exit code ${code}`}`);
  } finally {
    clearTimeout(timer);
    clearTimeout(stall);
    options.signal?.removeEventListener("abort", onAbort);
  }
}

function exited(child: ChildProcess, program: string): Promise<[number | null, NodeJS.Signals | null]> {
  return new Promise((resolve, reject) => {
    child.once("close", (code, signal) => resolve([code, signal]));
    child.once("error", (cause) =>
      reject(new ProcessFailure(program, "absent", "", `${program} cannot be started: ${cause.message}`)),
    );
  });
}

/** A program that has read enough closes its input early; that is no failure of ours. */
async function feed(child: ChildProcess, input: RunOptions["input"]): Promise<void> {
  if (!input || !child.stdin) return;
  await pipeline(Readable.from(input, { objectMode: false }), child.stdin).catch(() => {});
}

async function gather(child: ChildProcess, onLine: RunOptions["onLine"], tooMuch: () => void): Promise<RunResult> {
  const result = { stdout: "", stderr: "" };
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    result.stderr = (result.stderr + text).slice(-MAX_STDERR_CHARACTERS);
  });
  if (onLine && child.stdout) {
    createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY }).on("line", onLine);
  } else {
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      if (result.stdout.length + text.length > MAX_STDOUT_CHARACTERS) return tooMuch();
      result.stdout += text;
    });
  }
  await new Promise((resolve) => child.once("close", resolve).once("error", resolve));
  return result;
}

/** The command in front of ours: each part replaces itself by the next, so that the process id stays the same. */
function guards(limits: RunLimits): string[] {
  const { diesWithParent, idle, limited } = tools();
  return [
    ...(diesWithParent ? ["setpriv", "--pdeathsig", "KILL"] : []),
    ...(env().TRANSCODE_PRIORITY === "normal" ? [] : idle ? ["chrt", "--idle", "0"] : ["nice", "-n", "19"]),
    ...(limited
      ? [
          "prlimit",
          `--as=${limits.memoryBytes}`,
          `--cpu=${Math.ceil(limits.cpuSeconds)}`,
          `--fsize=${limits.fileBytes}`,
          "--core=0",
        ]
      : []),
  ];
}

let found: { diesWithParent: boolean; idle: boolean; limited: boolean } | undefined;

/** Which of util-linux's tools work here; containers may forbid some. */
function tools() {
  const works = (command: string, ...args: string[]) =>
    spawnSync(command, [...args, "true"], { stdio: "ignore" }).status === 0;
  found ??= {
    diesWithParent: works("setpriv", "--pdeathsig", "KILL"),
    idle: works("chrt", "--idle", "0"),
    limited: works("prlimit", "--core=0"),
  };
  return found;
}

/** Nothing of our own settings: no proxies, no secrets, no colours in what is parsed. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, NODE_ENV } = env();
  return { PATH, NODE_ENV, HOME: "/nonexistent", LC_ALL: "C", AV_LOG_FORCE_NOCOLOR: "1" };
}
