import { readdir, readFile } from "node:fs/promises";

/** Ticks a second of the kernel's accounting, on every Linux that Node runs on. */
const TICKS = 100;

interface Usage {
  parent: number;
  seconds: number;
  /** Of children that have ended and were waited for. */
  childSeconds: number;
}

async function usageOf(pid: number | string): Promise<Usage | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (stat === null) return null;
  // The name, in parentheses, may hold blanks.
  const [, parent, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [user, system, childUser, childSystem] = rest.slice(9, 13).map(Number) as [number, number, number, number];
  return { parent: Number(parent), seconds: (user + system) / TICKS, childSeconds: (childUser + childSystem) / TICKS };
}

/** CPU that a process has used so far, in seconds. */
export async function processCpu(pid: number): Promise<number> {
  const usage = await usageOf(pid);
  if (!usage) throw new Error(`process ${pid} has ended`);
  return usage.seconds;
}

/** CPU that the threads of a process have used so far, in seconds, to the nanosecond; of threads that have ended, nothing. */
export async function exactCpu(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`);
  const used = threads.map(async (thread) => {
    const schedstat = await readFile(`/proc/${pid}/task/${thread}/schedstat`, "utf8").catch(() => "0");
    return Number(schedstat.split(" ")[0]);
  });
  return (await Promise.all(used)).reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e9;
}

/** CPU of PostgreSQL so far, in seconds: its first process, and its backends, ended ones included. */
export async function databaseCpu(postmaster: number): Promise<number> {
  const own = await usageOf(postmaster);
  if (!own) throw new Error("PostgreSQL has ended");
  let sum = own.seconds + own.childSeconds;
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const usage = await usageOf(name);
    if (usage?.parent === postmaster) sum += usage.seconds;
  }
  return sum;
}
