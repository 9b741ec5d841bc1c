import type { ExternalSource } from "@/core/content/external";
import { searchTitle } from "@/core/content/search-title";
import type { FittedExternal } from "@/core/playout/fit-external";
import { titleOfFile } from "@/core/uploads/title-of-file";
import type { Prisma } from "@/generated/prisma/client";
import { handToTranscoder } from "../content/hand-to-transcoder";
import { db, type Tx } from "../db";
import { statusWhenPlayable } from "../moderation/status-when-playable";
import { recordLinked } from "../playout/link-encoding";
import { TRANSACTION } from "../schedule/transaction";
import { tellReady } from "../webhooks/tell-content";
import { tellImportFinished } from "../webhooks/tell-import";
import { type ImportRun, ownedBy } from "./mark-import-running";

/** A file that has arrived. */
export interface ImportedFile {
  sourceKey: string;
  sizeBytes: number;
  contentType: string;
  /** As its server calls it, or null. */
  filename: string | null;
  /** As its page calls it, or null. */
  title: string | null;
}

/**
 * Ends a run whose file is stored: from here on the item goes the way of an upload. The job and the item change
 * together, so that a run that lost its place changes nothing.
 * @returns false when it did; the stored file is then the caller's to remove
 */
export async function finishImport(run: ImportRun, file: ImportedFile): Promise<boolean> {
  const title = run.input.titleFromSource ? (file.title ?? (file.filename && titleOfFile(file.filename))) : null;
  const finished = await finish(run, (tx) =>
    tx.contentItem.updateMany({
      where: { id: run.contentItemId, status: "uploading" },
      data: {
        ...RECEIVED,
        ...titled(title),
        ...(file.filename && { filename: file.filename }),
        status: "pending_transcode",
        sourceKey: file.sourceKey,
        sizeBytes: file.sizeBytes,
        contentType: file.contentType,
        transcodeAttempt: { increment: 1 },
      },
    }),
  );
  if (finished) await handToTranscoder(run.contentItemId);
  return finished;
}

/**
 * Ends a run whose manifest was found good: the item is linked and can be played, once a moderator has approved it where
 * that is asked for, and scheduled where its segments fit the channel profile. A string says why they do not.
 */
export async function finishLink(run: ImportRun, link: ExternalSource, fit: FittedExternal | string): Promise<boolean> {
  const external = typeof fit === "string" ? { ...link, whyNotLinear: fit } : link;
  return finish(run, async (tx) => {
    const where = { id: run.contentItemId, status: "uploading" } as const;
    const before = await tx.contentItem.findFirst({ where });
    if (!before) return { count: 0 };
    const [linked] = await tx.contentItem.updateManyAndReturn({
      where,
      data: {
        ...RECEIVED,
        ...statusWhenPlayable(before, new Date()),
        external,
        durationMs: link.durationMs,
        contentType: link.format === "hls" ? "application/vnd.apple.mpegurl" : "application/dash+xml",
      },
    });
    if (!linked) return { count: 0 };
    if (typeof fit !== "string") await recordLinked(tx, run.contentItemId, link, fit);
    if (linked.status === "ready") await tellReady(tx, linked);
    return { count: 1 };
  });
}

/** Ends a run that had nothing to bring but a poster. */
export async function finishPoster(run: ImportRun): Promise<boolean> {
  return finish(run, (tx) => tx.contentItem.updateMany({ where: { id: run.contentItemId }, data: {} }));
}

/** Adds what the creator should know although the import goes on. */
export async function warnImport(run: ImportRun, warning: string): Promise<void> {
  await db.job.updateMany({
    where: { ...ownedBy(run), NOT: { warnings: { has: warning } } },
    data: { warnings: { push: warning } },
  });
}

const RECEIVED = { progressPercent: 0, errorCode: null, errorMessage: null } as const;

function titled(title: string | null | undefined): { title: string; searchTitle: string } | Record<string, never> {
  const plain = title?.replace(/\s+/g, " ").trim().slice(0, 200).trim();
  return plain ? { title: plain, searchTitle: searchTitle(plain) } : {};
}

class Lost extends Error {}

async function finish(run: ImportRun, change: (tx: Tx) => Promise<Prisma.BatchPayload>): Promise<boolean> {
  try {
    await db.$transaction(async (tx) => {
      const [job] = await tx.job.updateManyAndReturn({
        where: ownedBy(run),
        data: {
          status: "done",
          progressPercent: 100,
          heartbeatAt: null,
          result: { contentItemId: run.contentItemId },
          progress: { step: "converting", receivedBytes: null, totalBytes: null, bytesPerSecond: null },
        },
      });
      if (!job) throw new Lost();
      await tellImportFinished(tx, job);
      if ((await change(tx)).count === 0) throw new Lost();
    }, TRANSACTION);
    return true;
  } catch (thrown) {
    if (thrown instanceof Lost) return false;
    throw thrown;
  }
}
