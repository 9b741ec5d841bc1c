import { db } from "../db";
import { captionsOnAir } from "../playout/encodings-on-air";
import { storage } from "../storage/create-storage";

const CAPTION_FILE = /^media\/[0-9a-f-]{36}\/captions\/([0-9a-f-]{36})\.vtt$/;
/** A file is stored before its row is written. */
const SETTLED_AFTER_MS = 3_600_000;

/** Removes the files of caption tracks that no row names and no playlist lists; reads the whole storage. */
export async function purgeCaptions(now: Date): Promise<number> {
  const unnamed = new Map<string, string>();
  for await (const { key, modifiedAt } of storage().list("media/")) {
    const captionId = CAPTION_FILE.exec(key)?.[1];
    if (captionId && modifiedAt.getTime() < now.getTime() - SETTLED_AFTER_MS) unnamed.set(captionId, key);
  }
  const named = await db.caption.findMany({ where: { id: { in: [...unnamed.keys()] } }, select: { id: true } });
  for (const { id } of named) unnamed.delete(id);
  for (const id of await captionsOnAir(now)) unnamed.delete(id);
  for (const key of unnamed.values()) await storage().remove(key);
  return unnamed.size;
}
