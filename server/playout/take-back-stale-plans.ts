import { COMMIT_HORIZON_MS } from "@/core/playout/airing";
import { LONGEST_PLAN_MS } from "@/core/playout/plan-ahead";
import { db } from "../db";
import { commitAiringsOf } from "./commit-airings";

/** Changes that are looked at in one round; the rest waits for the next. */
const AT_MOST = 5_000;

/**
 * Takes back the plans that a change has made stale: of filler, a loop, the library, content groups, captions, blocks.
 * Triggers note every such change in the transaction that makes it (`plan_change`). What was noted is forgotten only
 * once the plans are taken back, so that a worker that dies in between leaves it to the next.
 * @throws what the database throws; the next round begins anew
 */
export async function takeBackStalePlans(now: Date): Promise<void> {
  const changes = await db.planChange.findMany({ orderBy: { id: "asc" }, take: AT_MOST });
  if (changes.length === 0) return;
  for (const channelId of await plannedChannels(changes, now)) await commitAiringsOf(channelId, now);
  await db.planChange.deleteMany({ where: { id: { in: changes.map((change) => change.id) } } });
}

interface Change {
  ownerId: string | null;
  channelId: string | null;
  contentItemId: string | null;
}

/**
 * The channels that are planned beyond the horizon and depend on what has changed: themselves, their filler, an item
 * that the plan plays, or one that is scheduled in its time.
 */
async function plannedChannels(changes: readonly Change[], now: Date): Promise<string[]> {
  const channelIds = named(changes, "channelId");
  const ownerIds = named(changes, "ownerId");
  const itemIds = named(changes, "contentItemId");
  const planned = new Date(now.getTime() + 2 * COMMIT_HORIZON_MS);
  const until = new Date(now.getTime() + LONGEST_PLAN_MS);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM channel WHERE status = 'published'
      AND EXISTS (SELECT FROM airing WHERE airing.channel_id = channel.id AND ends_at > ${planned})
      AND id IN (
        SELECT unnest(${channelIds}::uuid[])
        UNION SELECT id FROM channel WHERE owner_id = ANY(${ownerIds}::uuid[]) AND filler <> '{}'
        UNION SELECT channel_id FROM airing WHERE ends_at > ${planned} AND encoding_id IN
          (SELECT id FROM encoding WHERE content_item_id = ANY(${itemIds}::uuid[]))
        UNION SELECT channel_id FROM block WHERE content_item_id = ANY(${itemIds}::uuid[])
          AND starts_at < ${until} AND ends_at > ${planned})`;
  return rows.map((row) => row.id);
}

function named(changes: readonly Change[], field: keyof Change): string[] {
  return [...new Set(changes.flatMap((change) => change[field] ?? []))];
}
