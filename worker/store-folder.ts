import { readdir } from "node:fs/promises";
import path from "node:path";
import { storage } from "@/server/storage/create-storage";
import { mediaTypeOf } from "@/server/storage/media-type";

const AT_ONCE = 8;

/** Stores every file below a folder under a prefix that ends with `/`. The local files may be moved away. */
export async function storeFolder(folder: string, prefix: string, signal: AbortSignal): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const work = async () => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      signal.throwIfAborted();
      const key = prefix + path.relative(folder, file).split(path.sep).join("/");
      await storage().putFile(key, file, { contentType: mediaTypeOf(file) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
