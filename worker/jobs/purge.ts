import { setTimeout as sleep } from "node:timers/promises";
import { purgeContent } from "@/server/content/purge-content";
import type { JobPayload } from "@/server/queue/jobs";

/** A channel that chose the item just before it was deleted has committed its airing by then. */
const SETTLED_AFTER_MS = 3_000;

/** A worker that was transcoding the item stops within a second or two. */
const ROUNDS = 4;

/** Removes the files of a deleted item. What is still on air waits for the sweep. */
export async function purge({ contentItemId }: JobPayload<"purge">): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    await sleep(SETTLED_AFTER_MS);
    if (await purgeContent(contentItemId, new Date())) return;
  }
}
