import { forgetOldFigures, forgetSessionBeacons } from "@/server/analytics/forget-beacons";
import { purgeOldArtwork } from "@/server/artwork/purge-old-artwork";
import { forgetOldAudit } from "@/server/audit/forget-old-audit";
import { removeClosedAccounts } from "@/server/auth/remove-closed-accounts";
import { purgeCaptions } from "@/server/content/purge-captions";
import { purgeDeleted } from "@/server/content/purge-content";
import { purgeOrphans, purgeReplaced } from "@/server/content/purge-encodings";
import { transcodeStuck } from "@/server/content/transcode-stuck";
import { forgetDevices } from "@/server/devices/forget-devices";
import { forgetKeptReplies } from "@/server/idempotency/first-reply";
import { importStuck } from "@/server/import/import-stuck";
import { removeOldCsv } from "@/server/import/remove-old-csv";
import { jobsStuck } from "@/server/jobs/jobs-stuck";
import { log } from "@/server/log";
import { releaseWaiting } from "@/server/moderation/release-waiting";
import { finishStalledUploads } from "@/server/uploads/finish-stalled-uploads";
import { removeAbandonedUploads } from "@/server/uploads/remove-abandoned-uploads";
import { forgetOldEvents, freeWaiting } from "@/server/webhooks/forget-old";
import { removeForsakenWork } from "../work-folder";

/**
 * The row is the truth, the queue a hint: every half minute, whatever a crash, an outage or an emptied queue left
 * undone is found and taken up again. One part that fails does not hold up the others.
 */
export async function sweep(): Promise<void> {
  const now = new Date();
  const counts = {
    uploadsFinished: await part("stalled uploads", () => finishStalledUploads(now)),
    uploadsRemoved: await part("abandoned uploads", () => removeAbandonedUploads(now)),
    transcodesEnqueued: await part("stuck transcodes", () => transcodeStuck(now)),
    fillsEnqueued: await part("stuck fills", () => jobsStuck("fill", now)),
    framesEnqueued: await part("stuck frames", () => jobsStuck("frame", now)),
    importsEnqueued: await part("stuck imports", () => importStuck(now)),
    repliesForgotten: await part("kept replies", () => forgetKeptReplies(now)),
    filesEnqueued: await part("stuck catalogue files", () => jobsStuck("csv", now)),
    filesRemoved: await part("old catalogue files", () => removeOldCsv(now)),
    beaconsForgotten: await part("old beacons", forgetSessionBeacons),
    itemsPurged: await part("deleted items", () => purgeDeleted(now)),
    artworkPurged: await part("old artwork", () => purgeOldArtwork(now)),
    devicesForgotten: await part("old codes, tokens and sessions", () => forgetDevices(now)),
    accountsRemoved: await part("closed accounts", () => removeClosedAccounts(now)),
    eventsForgotten: await part("old webhook events", () => forgetOldEvents(now)),
    webhooksFreed: await part("waiting webhooks", () => freeWaiting(now)),
    itemsReleased: await part("items that wait for no moderator", () => releaseWaiting(now)),
    encodingsPurged: await part("replaced encodings", () => purgeReplaced(now)),
  };
  if (Object.values(counts).some((count) => count > 0)) log.info(counts, "the sweep found work");
}

/** Compares the whole storage with the database; every few hours, since it lists everything. */
export async function tidy(): Promise<void> {
  const orphans = await purgeOrphans();
  if (orphans > 0) log.info({ orphans }, "files of encodings that no row names were removed");
  const captions = await purgeCaptions(new Date());
  if (captions > 0) log.info({ captions }, "files of removed captions were removed");
  const figures = await forgetOldFigures(new Date());
  if (figures > 0) log.info({ figures }, "figures that nobody can ask for were removed");
  const entries = await forgetOldAudit(new Date());
  if (entries > 0) log.info({ entries }, "entries of the audit log that are over a year old were removed");
  await removeForsakenWork(new Date());
}

async function part(what: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (err) {
    log.error({ err }, `the sweep of ${what} failed`);
    return 0;
  }
}
