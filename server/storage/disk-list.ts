import type { BigIntStats, Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { isAbsent } from "./disk-errors";
import { INCOMING } from "./disk-write";
import { mediaTypeOf } from "./media-type";
import type { StoredObject } from "./storage";

/** What is known of a stored file. The tag changes whenever the file is replaced. */
export function storedObject(key: string, file: BigIntStats): StoredObject {
  const tag = [file.ino, file.size, file.mtimeNs].map((part) => part.toString(36)).join("-");
  return {
    key,
    sizeBytes: Number(file.size),
    etag: `"${tag}"`,
    modifiedAt: new Date(Number(file.mtimeMs)),
    contentType: mediaTypeOf(key),
  };
}

/** Every object below a folder, in the order of S3: by the bytes of the whole key. One folder is held at a time. */
export async function* walk(root: string, prefix: string): AsyncGenerator<StoredObject> {
  const entries = await readdir(path.join(root, prefix), { withFileTypes: true }).catch(emptyWhenAbsent);
  const named = entries.map((entry) => ({ entry, sortsAs: entry.isDirectory() ? `${entry.name}/` : entry.name }));
  named.sort((a, b) => Buffer.compare(Buffer.from(a.sortsAs), Buffer.from(b.sortsAs)));
  for (const { entry } of named) {
    if (prefix === "" && entry.name === INCOMING) continue;
    const key = `${prefix}${entry.name}`;
    if (entry.isDirectory()) yield* walk(root, `${key}/`);
    if (!entry.isFile()) continue;
    const file = await stat(path.join(root, key), { bigint: true }).catch(nullWhenAbsent);
    if (file) yield storedObject(key, file);
  }
}

function emptyWhenAbsent(thrown: unknown): Dirent[] {
  if (isAbsent(thrown)) return [];
  throw thrown;
}

export function nullWhenAbsent(thrown: unknown): null {
  if (isAbsent(thrown)) return null;
  throw thrown;
}
