import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { SETTING_NAMES } from "@/server/env";
import { signalGroup } from "../services/leftovers";
import { tied } from "../services/tied.mjs";

/** Cases of a stage. A stage that could not run at all counts as one failed case. */
export interface Outcome {
  passed: number;
  failed: number;
}

export interface Stage {
  name: string;
  run(): Promise<Outcome>;
}

export const LOGS = path.resolve(".lineup/test/logs");
/** Variable by which processes that a stage leaves behind are found. */
export const MARK = "LINEUP_TEST_RUN";
/** Programs may be elsewhere; any other setting of the caller's shell would change what is tested. */
const KEPT_SETTINGS = ["PATH", "FFMPEG_PATH", "FFPROBE_PATH"];

export interface Ran {
  ok: boolean;
  logFile: string;
}

/** Runs a command of a stage with its output in a log, in a process group that ends with it or after `timeoutMs`. */
export function runCommand(
  name: string,
  args: string[],
  options: { timeoutMs: number; env?: Record<string, string> },
): Promise<Ran> {
  mkdirSync(LOGS, { recursive: true });
  const logFile = path.join(LOGS, `${name}.log`);
  const log = createWriteStream(logFile);
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: "1", ...options.env };
  for (const setting of SETTING_NAMES) if (!KEPT_SETTINGS.includes(setting)) Reflect.deleteProperty(env, setting);
  const [command, rest] = tied("SIGKILL", process.execPath, args);
  return new Promise((resolve) => {
    const child = spawn(command, rest, { env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    const timer = setTimeout(() => {
      log.write(`\nStopped after ${options.timeoutMs / 1000} s.\n`);
      if (child.pid) signalGroup(child.pid, "SIGKILL");
    }, options.timeoutMs);
    const interrupt = () => child.pid && signalGroup(child.pid, "SIGKILL");
    process.once("exit", interrupt);
    child.once("close", (code) => {
      clearTimeout(timer);
      process.removeListener("exit", interrupt);
      log.end(() => resolve({ ok: code === 0, logFile }));
    });
  });
}

/** A command that is one case: it holds or it does not. */
export function check(name: string, args: string[], timeoutMs = 600_000): Stage {
  return {
    name,
    run: async () => {
      const { ok, logFile } = await runCommand(name, args, { timeoutMs });
      if (!ok) showEnd(logFile);
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
    },
  };
}

/** Prints the end of a stage's log; failures stand there. */
export function showEnd(logFile: string, lines = 120): void {
  const text = readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
  process.stdout.write(`${text}\n(all of it: ${path.relative(process.cwd(), logFile)})\n`);
}
