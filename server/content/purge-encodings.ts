import { db } from "../db";
import { encodingsOnAir } from "../playout/encodings-on-air";
import { storage } from "../storage/create-storage";
import { contentPrefix, encodingPrefix } from "../storage/keys";

const ENCODING_FOLDER = /^media\/([0-9a-f-]{36})\/([0-9a-f-]{36})\//;

/** A channel that chose the old encoding just before it was replaced has committed its airing by then. */
const SETTLED_AFTER_MS = 60_000;

/** Removes encodings that a newer one has replaced, once no player can ask for them; for the sweep. */
export async function purgeReplaced(now: Date): Promise<number> {
  const settled = new Date(now.getTime() - SETTLED_AFTER_MS);
  const replaced = await db.$queryRaw<{ id: string; contentItemId: string }[]>`
    SELECT encoding.id::text AS id, item.id::text AS "contentItemId"
    FROM encoding
    JOIN content_item AS item ON item.id = encoding.content_item_id
    JOIN encoding AS playing ON playing.id = item.encoding_id
    WHERE encoding.id <> playing.id AND playing.created_at < ${settled} AND item.status <> 'deleted'
    LIMIT 200`;
  if (replaced.length === 0) return 0;
  const onAir = await encodingsOnAir(now);
  const gone = replaced.filter(({ id }) => !onAir.has(id));
  for (const { id, contentItemId } of gone) {
    // The row goes first: an encoding that is listed must have its files.
    await db.encoding.delete({ where: { id } });
    await storage().removePrefix(encodingPrefix(contentItemId, id));
  }
  return gone.length;
}

/**
 * Removes the files of encodings of one item that no row names: what a run left behind that was killed.
 * @param keep the encoding of the run that calls
 */
export async function purgeUnnamed(contentItemId: string, keep: string): Promise<void> {
  const named = await db.encoding.findMany({ where: { contentItemId }, select: { id: true } });
  const kept = new Set([keep, ...named.map((encoding) => encoding.id)]);
  const unnamed = new Set<string>();
  for await (const { key } of storage().list(contentPrefix(contentItemId))) {
    const encodingId = ENCODING_FOLDER.exec(key)?.[2];
    if (encodingId && !kept.has(encodingId)) unnamed.add(encodingId);
  }
  for (const encodingId of unnamed) await storage().removePrefix(encodingPrefix(contentItemId, encodingId));
}

/** Removes every stored encoding that no row names and no run is making; reads the whole storage. */
export async function purgeOrphans(): Promise<number> {
  let seen = "";
  let removed = 0;
  for await (const { key } of storage().list("media/")) {
    const [folder, contentItemId, encodingId] = ENCODING_FOLDER.exec(key) ?? [];
    if (!folder || !contentItemId || !encodingId || folder === seen) continue;
    seen = folder;
    const item = await db.contentItem.findUnique({
      where: { id: contentItemId },
      select: { runningEncodingId: true, encodings: { where: { id: encodingId }, select: { id: true } } },
    });
    if (item?.encodings.length || item?.runningEncodingId === encodingId) continue;
    await storage().removePrefix(folder);
    removed++;
  }
  return removed;
}
