import type { Actor } from "@/core/actor";
import type { ContentItem } from "@/core/content/contract";
import { AppError } from "@/core/errors";
import { db } from "../db";
import { failedImportOf, retryImport } from "../import/retry-import";
import { log } from "../log";
import { enqueue } from "../queue/enqueue";
import { contentView, WITH_PICTURES } from "./content-view";
import { ownContent } from "./own-content";

/**
 * Transcodes a failed item again; one that never got its file is imported again. Two calls at once start one job.
 * @throws resource.not_found, content.not_failed
 */
export async function retryContent(actor: Actor, contentItemId: string): Promise<ContentItem> {
  const { id, sourceKey } = await ownContent(actor, contentItemId);
  const failedImport = sourceKey === null ? await failedImportOf(id) : null;
  if (failedImport) return importAgain(id, failedImport);
  const { count } = await db.contentItem.updateMany({
    where: { id, status: "failed" },
    data: {
      status: "pending_transcode",
      errorCode: null,
      errorMessage: null,
      progressPercent: 0,
      progressSpeed: null,
      progressSecondsLeft: null,
      heartbeatAt: null,
      transcodeAttempt: { increment: 1 },
    },
  });
  if (count === 0) throw notFailed();
  const row = await db.contentItem.findUniqueOrThrow({ where: { id }, include: WITH_PICTURES });
  const attempt = row.transcodeAttempt;
  await enqueue("transcode", { contentItemId: id, attempt }, `transcode-${id}-${attempt}`).catch((err) => {
    log.warn({ err, contentItemId: id }, "the transcode waits for the sweep");
  });
  return contentView(row);
}

async function importAgain(contentItemId: string, jobId: string): Promise<ContentItem> {
  if (!(await retryImport(jobId))) throw notFailed();
  return contentView(await db.contentItem.findUniqueOrThrow({ where: { id: contentItemId }, include: WITH_PICTURES }));
}

function notFailed(): AppError {
  return new AppError("content.not_failed", "Only an item that failed can be transcoded again.");
}
