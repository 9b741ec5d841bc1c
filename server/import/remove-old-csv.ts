import { storage } from "../storage/create-storage";
import { CSV_PREFIX } from "./csv-key";

/** A dry run may be looked at and applied for so long. */
const KEPT_MS = 24 * 3_600_000;

/**
 * Removes the files of dry runs that nobody applied within a day, and those of imports that failed.
 * @returns how many
 */
export async function removeOldCsv(now: Date): Promise<number> {
  let removed = 0;
  for await (const { key, modifiedAt } of storage().list(CSV_PREFIX)) {
    if (now.getTime() - modifiedAt.getTime() < KEPT_MS) continue;
    await storage().remove(key);
    removed++;
  }
  return removed;
}
