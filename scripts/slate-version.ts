import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/**
 * Names what the slate's segments hold. It is part of their addresses, so that they may be cached for ever: a slate
 * that is made anew has other addresses.
 */
export async function slateVersion(folder: string): Promise<string> {
  const hash = createHash("sha256");
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(m4s|mp4)$/.test(file));
  for (const file of files.sort()) hash.update(file).update(await readFile(path.join(folder, file)));
  return hash.digest("hex").slice(0, 16);
}
