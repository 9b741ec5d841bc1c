import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { startedAt } from "./identity";

const Running = z.object({
  name: z.string(),
  pid: z.int(),
  startedAt: z.string(),
  stopSignal: z.enum(["SIGTERM", "SIGINT"]),
  stopWithinMs: z.int(),
});
export type Running = z.infer<typeof Running>;

/** One file per launcher: who it is, and what it runs in the order in which it is to be stopped. */
const Record = z.object({ launcher: z.string().nullable(), running: z.array(Running) });
const NAME = /^processes-(\d+)\.json$/;

function fileOf(runDir: string): string {
  return path.join(runDir, `processes-${process.pid}.json`);
}

/** Notes which processes this one runs, for the start that follows a kill -9. */
export function recordProcesses(runDir: string, running: Running[]): void {
  const file = fileOf(runDir);
  writeFileSync(`${file}.new`, JSON.stringify({ launcher: startedAt(process.pid), running }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Removes the note after an orderly stop. */
export function forgetProcesses(runDir: string): void {
  rmSync(fileOf(runDir), { force: true });
}

/** Removes the sockets of launchers that are gone. */
export function removeStaleSockets(dir: string): void {
  for (const name of readdirSync(dir)) {
    const launcherPid = Number(/-(\d+)\.sock$/.exec(name)?.[1]);
    if (launcherPid && startedAt(launcherPid) === null) rmSync(path.join(dir, name), { force: true });
  }
}

/** Stops what launchers that were killed have left running in this folder, and answers the names of what it found. */
export async function stopLeftovers(runDir: string): Promise<string[]> {
  const stopped: string[] = [];
  for (const name of readdirSync(runDir)) {
    const launcherPid = Number(NAME.exec(name)?.[1]);
    if (!launcherPid) continue;
    const record = readRecord(path.join(runDir, name));
    if (record && record.launcher !== null && startedAt(launcherPid) === record.launcher) continue;
    for (const one of record?.running ?? []) if (await stopOne(one)) stopped.push(one.name);
    rmSync(path.join(runDir, name), { force: true });
  }
  return stopped;
}

async function stopOne(one: Running): Promise<boolean> {
  const lives = () => startedAt(one.pid) === one.startedAt;
  if (!lives()) return false;
  signalGroup(one.pid, one.stopSignal);
  const deadline = Date.now() + one.stopWithinMs;
  while (lives() && Date.now() < deadline) await sleep(50);
  signalGroup(one.pid, "SIGKILL");
  while (lives()) await sleep(20);
  return true;
}

function readRecord(file: string) {
  try {
    return Record.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
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
