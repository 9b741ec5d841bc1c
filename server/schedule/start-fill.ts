import type { Actor } from "@/core/actor";
import type { FillSchedule, JobStarted } from "@/core/schedule/contract";
import { requireMatch, scheduleEtag } from "@/core/schedule/etag";
import { windowOf } from "@/core/schedule/window";
import { ownChannel } from "../channels/own-channel";
import { db } from "../db";
import { log } from "../log";
import { enqueue } from "../queue/enqueue";
import { requireOwnChoice } from "./fill-library";

/**
 * Asks the worker to fill the gaps of a stretch of the guide.
 * @throws request.invalid, resource.not_found, schedule.changed
 */
export async function startFill(actor: Actor, input: FillSchedule, ifMatch: string | null = null): Promise<JobStarted> {
  windowOf(input);
  const channel = await ownChannel(actor, input.channelId);
  requireMatch(ifMatch, scheduleEtag(channel));
  await requireOwnChoice(db, actor, input);
  const job = await db.job.create({ data: { ownerId: actor.userId, kind: "fill", input } });
  await enqueue("fill", { jobId: job.id }, `fill-${job.id}`).catch((err) => {
    log.warn({ err, jobId: job.id }, "a fill waits for the sweep");
  });
  return { jobId: job.id };
}
