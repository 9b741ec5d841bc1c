import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const Kept = z.object({
  contentItemId: z.string(),
  uploadUrl: z.string(),
  /** Milliseconds since 1970 after which the address takes nothing more. */
  expiresAtMs: z.number(),
});
export type Kept = z.infer<typeof Kept>;

/** What makes a file the same one as the last time: the server, where it lies, its length, and when it was written. */
export interface Fingerprint {
  server: string;
  file: string;
  sizeBytes: number;
  modifiedMs: number;
}

/**
 * Uploads that were begun, one small file each, so that a second `lineup upload` beside this one disturbs nothing. The
 * addresses in them take bytes without a key, so nobody else may read them.
 */
export function keptUploads(folder: string) {
  const fileOf = (print: Fingerprint) => {
    const name = createHash("sha256")
      .update(JSON.stringify(Object.entries(print).sort()))
      .digest("hex")
      .slice(0, 32);
    return path.join(folder, "uploads", `${name}.json`);
  };
  return {
    /** The upload of this file that was begun and can still go on. What cannot be read is as good as not there. */
    async find(print: Fingerprint, nowMs: number): Promise<Kept | null> {
      const text = await readFile(fileOf(print), "utf8").catch(() => "null");
      const kept = Kept.safeParse(jsonOf(text));
      return kept.success && kept.data.expiresAtMs > nowMs ? kept.data : null;
    },
    async keep(print: Fingerprint, kept: Kept): Promise<void> {
      const file = fileOf(print);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      await writeFile(`${file}.${process.pid}`, JSON.stringify(kept), { mode: 0o600 });
      await rename(`${file}.${process.pid}`, file);
    },
    async forget(print: Fingerprint): Promise<void> {
      await rm(fileOf(print), { force: true });
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
