import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { startedAt } from "../services/identity";
import { MARK } from "./stage";

/** Time that a process which was told to stop may take. */
const GRACE_MS = 3_000;

/** Ends the processes that carry the mark of this run, besides this one, and answers what they were. Linux only. */
export async function strays(mark: string): Promise<string[]> {
  const deadline = Date.now() + GRACE_MS;
  let found = await marked(mark);
  while (found.length > 0 && Date.now() < deadline) {
    await sleep(100);
    found = await marked(mark);
  }
  for (const { pid } of found) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Already gone.
    }
  }
  return found.map(({ pid, command }) => `${pid} ${command}`);
}

async function marked(mark: string): Promise<{ pid: number; command: string }[]> {
  const numbers = (await readdir("/proc").catch(() => [])).map(Number).filter((pid) => pid > 0 && pid !== process.pid);
  const found: { pid: number; command: string }[] = [];
  for (const pid of numbers) {
    const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
    if (!environment.split("\0").includes(`${MARK}=${mark}`) || startedAt(pid) === null) continue;
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    found.push({ pid, command: command.replaceAll("\0", " ").slice(0, 160) });
  }
  return found;
}
