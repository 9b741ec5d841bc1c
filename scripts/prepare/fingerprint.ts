import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A hash of the names and bytes of files and folders, and of `also`: equal exactly when nothing of it changed. */
export function fingerprint(root: string, places: readonly string[], also: readonly string[] = []): string {
  const hash = createHash("sha256");
  for (const text of also) hash.update(`${text}\0`);
  for (const file of places.flatMap((place) => filesOf(root, place)).sort()) {
    const bytes = readFileSync(path.join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

const TEST = /\.(int\.)?test\.tsx?$/;

function filesOf(root: string, place: string): string[] {
  try {
    return readdirSync(path.join(root, place), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !TEST.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return [place];
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
