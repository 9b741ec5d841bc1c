import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/core/actor";
import type { ImportJobInput } from "@/core/import/job-input";
import { seedContent } from "@/prisma/seed/builders";
import { db } from "@/server/db";
import { storage } from "@/server/storage/create-storage";
import { sourcePrefix } from "@/server/storage/keys";
import { giveUpImport, importItem } from "../jobs/import";

/** Imports of one creator, run in this process. */
export function importer(owner: Actor) {
  async function seedImport(source: ImportJobInput["source"], input: Partial<ImportJobInput> = {}) {
    const item = await seedContent(owner, {
      title: "From the address",
      status: "uploading",
      sourceKind: source.kind,
      sizeBytes: 0,
      filename: "clip.mp4",
    });
    const job = await db.job.create({
      data: {
        id: uuidv7(),
        ownerId: owner.userId,
        kind: "import",
        contentItemId: item.id,
        input: { source, posterUrl: null, titleFromSource: false, ...input },
      },
    });
    return { itemId: item.id, jobId: job.id };
  }

  /** As the runner does: here every failure is the last word. */
  async function bringIn({ itemId, jobId }: { itemId: string; jobId: string }) {
    await importItem({ jobId }, new AbortController().signal).catch((thrown) => giveUpImport({ jobId }, thrown));
    return rows(itemId, jobId);
  }

  async function rows(itemId: string, jobId: string) {
    const [item, job] = await Promise.all([
      db.contentItem.findUniqueOrThrow({ where: { id: itemId } }),
      db.job.findUniqueOrThrow({ where: { id: jobId } }),
    ]);
    return { item, job };
  }

  return { seedImport, bringIn, rows };
}

export async function storedSources(itemId: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage().list(sourcePrefix(itemId))) keys.push(key);
  return keys;
}
