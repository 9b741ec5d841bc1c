import { COMMIT_HORIZON_MS } from "@/core/playout/airing";
import { db } from "../db";
import { log } from "../log";
import { commitAiringsOf } from "./commit-airings";

/** Half of the connection pool, so that other work of the process is not held up. */
const AT_ONCE = 5;

/**
 * Commits the airings of every published channel whose decided time runs short; the worker's tick. A channel that
 * fails is logged and tried again at the next tick; the others are not affected.
 */
export async function commitDueAirings(now: Date): Promise<{ committed: number; failed: number }> {
  const due = await dueChannels(now);
  let committed = 0;
  let failed = 0;
  const work = async () => {
    for (let id = due.pop(); id !== undefined; id = due.pop()) {
      try {
        await commitAiringsOf(id, now);
        committed++;
      } catch (thrown) {
        failed++;
        log.error({ err: thrown, channelId: id }, "the airings of a channel could not be committed");
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { committed, failed };
}

/** Channels with less decided time than the horizon, those with the least last. */
async function dueChannels(now: Date): Promise<string[]> {
  const horizon = new Date(now.getTime() + COMMIT_HORIZON_MS);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT channel.id::text AS id
    FROM channel LEFT JOIN LATERAL (
      SELECT ends_at FROM airing WHERE airing.channel_id = channel.id ORDER BY media_sequence DESC LIMIT 1
    ) AS newest ON true
    WHERE channel.status = 'published' AND (newest.ends_at IS NULL OR newest.ends_at < ${horizon})
    ORDER BY newest.ends_at DESC NULLS LAST`;
  return rows.map((row) => row.id);
}
