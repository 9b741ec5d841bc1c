import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { isLocked } from "../services/lock.mjs";
import type { State } from "./state";

/** What a running product tells other commands of the same clone: the settings it made up itself. */
const Running = z.object({ env: z.record(z.string(), z.string()) });

const fileOf = (state: Pick<State, "runDir">) => path.join(state.runDir, "settings.json");

/** Name of the lock that `npm start` holds while it runs on a data folder. */
export function productLock(folder: string): string {
  return `product in ${folder}`;
}

/** Leaves the settings of the running product for `npm run cli`, `demo`, `start:web` and their like. */
export async function publishSettings(state: State, env: Record<string, string>): Promise<void> {
  const file = fileOf(state);
  await writeFile(`${file}.new`, JSON.stringify({ env }, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** Settings of the product that runs on this data folder, or null while none does. */
export async function settingsOfRunning(folder: string): Promise<Record<string, string> | null> {
  if (!(await isLocked(productLock(folder)))) return null;
  try {
    return Running.parse(JSON.parse(await readFile(fileOf({ runDir: path.join(folder, "run") }), "utf8"))).env;
  } catch {
    return null; // It is still starting.
  }
}
