import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { env } from "@/server/env";

/** Folder in which a run works, or that of all runs of an item, or of all items. On the disk of the worker. */
export function workFolder(contentItemId = "", encodingId = ""): string {
  return path.join(path.resolve(env().LINEUP_DIR), "work", contentItemId, encodingId);
}

/** A run writes into its folder every second; what is older belongs to a worker that was killed. */
const FORSAKEN_AFTER_MS = 24 * 3600 * 1000;

/** Removes what killed runs left on this worker's disk, for items that never ran here again. */
export async function removeForsakenWork(now: Date): Promise<void> {
  const root = workFolder();
  for (const name of await readdir(root).catch(() => [])) {
    const folder = path.join(root, name);
    const found = await stat(folder).catch(() => null);
    if (found && now.getTime() - found.mtimeMs > FORSAKEN_AFTER_MS) await rm(folder, { recursive: true, force: true });
  }
}
