import { setTimeout as sleep } from "node:timers/promises";
import { purgeContent } from "@/server/content/purge-content";
import type { JobPayload } from "@/server/queue/jobs";

/** A channel that chose the item just before it was deleted has committed its airing by then. */
const SETTLED_AFTER_MS = 3_000;

/** Removes the files of a deleted item. What is still on air waits for the sweep. */
export async function purge({ contentItemId }: JobPayload<"purge">): Promise<void> {
  await sleep(SETTLED_AFTER_MS);
  await purgeContent(contentItemId, new Date());
}
