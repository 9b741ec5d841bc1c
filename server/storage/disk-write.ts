import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { errorCode, isAbsent } from "./disk-errors";

/** Below the root of the storage: files that are still being written. No key can name them. */
export const INCOMING = ".incoming";

/** A fresh path for a file that is not yet an object, on the file system of the objects. */
export async function incomingPath(root: string): Promise<string> {
  const folder = path.join(root, INCOMING);
  await mkdir(folder, { recursive: true });
  return path.join(folder, randomUUID());
}

/**
 * Writes a new object in one step: the bytes go to a file aside, are flushed, and get their name only when they
 * are complete. After a crash at any moment there is either the whole object or none. Memory: one buffer of the
 * stream.
 */
export async function writeObject(root: string, target: string, body: Readable | Uint8Array): Promise<void> {
  const aside = await incomingPath(root);
  try {
    const source = body instanceof Readable ? body : Readable.from([body]);
    await pipeline(source, createWriteStream(aside, { flags: "wx", flush: true }));
    await settle(aside, target);
  } catch (thrown) {
    await rm(aside, { force: true });
    throw thrown;
  }
}

/** Makes a file outside of the storage an object: by renaming where the file system allows, else by a copy. */
export async function adoptFile(root: string, file: string, target: string): Promise<void> {
  await flushFile(file);
  try {
    await settle(file, target);
  } catch (thrown) {
    if (errorCode(thrown) !== "EXDEV") throw thrown;
    const aside = await incomingPath(root);
    try {
      await copyFile(file, aside);
      await flushFile(aside);
      await settle(aside, target);
    } catch (copyThrown) {
      await rm(aside, { force: true });
      throw copyThrown;
    }
    await rm(file, { force: true });
  }
}

/** Renames a flushed file to its final name and flushes the folder that now names it. */
export async function settle(from: string, target: string): Promise<void> {
  const folder = path.dirname(target);
  // Another process may remove the folder, empty as it is, between the two steps.
  for (let attempt = 0; ; attempt++) {
    await mkdir(folder, { recursive: true });
    try {
      await rename(from, target);
      break;
    } catch (thrown) {
      if (!isAbsent(thrown) || attempt === 4 || !(await exists(from))) throw thrown;
    }
  }
  await flushFolder(folder);
}

export async function flushFile(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  // The folder may be gone again, and not every file system lets a folder be flushed.
  await handle?.sync().catch(() => {});
  await handle?.close();
}

async function exists(file: string): Promise<boolean> {
  const handle = await open(file, "r").catch(() => null);
  await handle?.close();
  return handle !== null;
}
