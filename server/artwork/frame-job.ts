import { ChooseFrame } from "@/core/content/contract";
import { frameAt } from "@/core/content/frame-at";
import { AppError, notFound } from "@/core/errors";
import { RUNGS } from "@/core/playout/segment-table";
import { db } from "../db";
import { encodingPrefix } from "../storage/keys";

export interface WantedFrame {
  contentItemId: string;
  atSeconds: number;
  /** Storage key of the folder of the best rendition. */
  renditionPrefix: string;
  segment: number;
  offsetSeconds: number;
}

/**
 * What a job that chooses a frame has to do; null when it is over. The frame is taken from the encoding that plays now.
 * @throws resource.not_found, content.no_frames when the item changed since it was asked for
 */
export async function beginFrame(jobId: string): Promise<WantedFrame | null> {
  const job = await db.job.findUnique({ where: { id: jobId } });
  if (!job?.contentItemId || job.status === "done" || job.status === "failed") return null;
  await db.job.updateMany({ where: { id: jobId, status: "queued" }, data: { status: "running" } });
  const item = await db.contentItem.findFirst({ where: { id: job.contentItemId, status: { not: "deleted" } } });
  if (!item) throw notFound("The content item");
  const encoding = item.encodingId
    ? await db.encoding.findUnique({
        where: { id: item.encodingId },
        include: { renditions: { select: { name: true } } },
      })
    : null;
  const rung = RUNGS.find((name) => encoding?.renditions.some((rendition) => rendition.name === name));
  if (!encoding || encoding.external !== null || !rung) {
    throw new AppError("content.no_frames", "This item has no pictures of its own here to choose from.");
  }
  const { atSeconds } = ChooseFrame.parse(job.input);
  const table = { timescale: encoding.videoTimescale, ticks: encoding.videoSegmentTicks };
  return {
    contentItemId: item.id,
    atSeconds,
    renditionPrefix: `${encodingPrefix(item.id, encoding.id)}${rung}/`,
    ...frameAt(table, atSeconds),
  };
}

/** Ends a job whose picture is shown. */
export async function finishFrame(jobId: string, artworkId: string): Promise<void> {
  await db.job.updateMany({
    where: { id: jobId, status: { in: ["queued", "running"] } },
    data: { status: "done", progressPercent: 100, result: { artworkId } },
  });
}
