import { readFile } from "node:fs/promises";

const MiB = 1024 * 1024;
const EVERY_MS = 50;

/** Resident memory of a process, in MiB. */
export async function memoryMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return (Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024) / MiB;
}

/** Does some work and tells by how much the memory of another process had grown at its highest, in MiB. */
export async function growthDuring(pid: number, work: () => Promise<void>): Promise<number> {
  const before = await memoryMiB(pid);
  let highest = before;
  const watching = setInterval(() => {
    void memoryMiB(pid).then(
      (now) => {
        highest = Math.max(highest, now);
      },
      () => {},
    );
  }, EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(watching);
  }
  return Math.max(highest, await memoryMiB(pid)) - before;
}
