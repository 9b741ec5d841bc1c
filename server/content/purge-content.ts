import { db } from "../db";
import { encodingsOnAir } from "../playout/encodings-on-air";
import { storage } from "../storage/create-storage";
import { contentPrefix, sourcePrefix, uploadPrefix } from "../storage/keys";

/** A worker that has not been heard of for so long does not write any more. */
export const SILENT_AFTER_MS = 60_000;

/**
 * Removes the files of a deleted item, once no player can ask for them and no worker writes them any more.
 * @returns whether they are gone
 */
export async function purgeContent(contentItemId: string, now: Date): Promise<boolean> {
  const item = await db.contentItem.findUnique({
    where: { id: contentItemId },
    include: { encodings: { select: { id: true } } },
  });
  if (item?.status !== "deleted") return false;
  if (item.runningEncodingId && item.heartbeatAt && now.getTime() - item.heartbeatAt.getTime() < SILENT_AFTER_MS) {
    return false;
  }
  if (await isBeingImported(contentItemId, now)) return false;
  const onAir = await encodingsOnAir(now);
  if (item.encodings.some((encoding) => onAir.has(encoding.id))) return false;

  await storage().removePrefix(contentPrefix(contentItemId));
  await storage().removePrefix(sourcePrefix(contentItemId));
  await storage().removePrefix(uploadPrefix(contentItemId));
  await db.$transaction([
    db.encoding.deleteMany({ where: { contentItemId } }),
    db.caption.deleteMany({ where: { contentItemId } }),
    db.contentItem.update({
      where: { id: contentItemId },
      data: { purgedAt: now, encodingId: null, runningEncodingId: null, sourceKey: null, uploadKey: null },
    }),
  ]);
  return true;
}

/** An import that was told to stop may be storing its last bytes. */
async function isBeingImported(contentItemId: string, now: Date): Promise<boolean> {
  const heartbeatAt = { gt: new Date(now.getTime() - SILENT_AFTER_MS) };
  return (await db.job.findFirst({ where: { contentItemId, heartbeatAt }, select: { id: true } })) !== null;
}

/** Purges every deleted item whose time has come; for the sweep. */
export async function purgeDeleted(now: Date): Promise<number> {
  const items = await db.contentItem.findMany({
    where: { status: "deleted", purgedAt: null },
    select: { id: true },
    orderBy: { deletedAt: "asc" },
    take: 200,
  });
  let purged = 0;
  for (const { id } of items) if (await purgeContent(id, now)) purged++;
  return purged;
}
