import type { Actor } from "@/core/actor";
import type { ChooseFrame } from "@/core/content/contract";
import { AppError } from "@/core/errors";
import type { JobStarted } from "@/core/schedule/contract";
import { ownContent } from "../content/own-content";
import { invalid } from "../content/require-series";
import { db } from "../db";
import { log } from "../log";
import { enqueue } from "../queue/enqueue";

/**
 * Asks the worker to make an item's artwork from one of its frames.
 * @throws resource.not_found; content.no_frames while nothing of it is converted, and for a linked manifest;
 * request.invalid for a moment behind its end
 */
export async function startFrame(actor: Actor, contentItemId: string, { atSeconds }: ChooseFrame): Promise<JobStarted> {
  const item = await ownContent(actor, contentItemId);
  const encoding = item.encodingId ? await db.encoding.findUnique({ where: { id: item.encodingId } }) : null;
  if (!encoding || encoding.external !== null) {
    throw new AppError("content.no_frames", "This item has no pictures of its own here to choose from.");
  }
  if (atSeconds * 1000 > encoding.durationMs) throw invalid("atSeconds", "lies behind the end of the item");
  const job = await db.job.create({
    data: { ownerId: actor.userId, kind: "frame", contentItemId: item.id, input: { atSeconds } },
  });
  await enqueue("frame", { jobId: job.id }, `frame-${job.id}`).catch((err) => {
    log.warn({ err, jobId: job.id }, "the choice of a frame waits for the sweep");
  });
  return { jobId: job.id };
}
