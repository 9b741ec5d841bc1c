import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { startedAt } from "./identity";

const Recorded = z.array(
  z.object({
    name: z.string(),
    pid: z.int(),
    startedAt: z.string(),
    stopSignal: z.enum(["SIGTERM", "SIGINT"]),
    stopWithinMs: z.int(),
  }),
);
export type Recorded = z.infer<typeof Recorded>;

/** Notes which processes run, in the order they are to be stopped, for the start that follows a kill -9. */
export function recordProcesses(file: string, processes: Recorded): void {
  writeFileSync(`${file}.new`, JSON.stringify(processes), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Stops what a start that was killed has left running, and answers the names of what it found. */
export async function stopLeftovers(file: string): Promise<string[]> {
  const found = readRecorded(file).filter((one) => startedAt(one.pid) === one.startedAt);
  for (const one of found) {
    signalGroup(one.pid, one.stopSignal);
    const deadline = Date.now() + one.stopWithinMs;
    while (startedAt(one.pid) === one.startedAt && Date.now() < deadline) await sleep(50);
    signalGroup(one.pid, "SIGKILL");
    while (startedAt(one.pid) === one.startedAt) await sleep(20);
  }
  await rm(file, { force: true });
  return found.map((one) => one.name);
}

function readRecorded(file: string): Recorded {
  try {
    return Recorded.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return [];
  }
}

/** The stop signal goes to the leader alone, which knows how to stop its own children; SIGKILL goes to all of them. */
export function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(signal === "SIGKILL" ? -leader : leader, signal);
  } catch {
    // Already gone.
  }
}
