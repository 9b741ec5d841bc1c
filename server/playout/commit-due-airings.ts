import { PLAN_SHORT_MS } from "@/core/playout/plan-ahead";
import { db } from "../db";
import { log } from "../log";
import { planAheadOf } from "./commit-airings";
import { takeBackStalePlans } from "./take-back-stale-plans";

/** Half of the connection pool, so that other work of the process is not held up. */
const AT_ONCE = 5;
/** The most urgent ones of a round; the others have minutes left, and who becomes urgent meanwhile must not wait. */
const AT_MOST = 500;

/**
 * Plans every published channel whose decided time runs short; the worker's tick. A channel that fails is logged and
 * tried again at the next tick; the others are not affected. A channel that nothing changes costs nothing for hours.
 */
export async function commitDueAirings(now: Date): Promise<{ committed: number; failed: number }> {
  await takeBackStalePlans(now);
  const due = await dueChannels(now);
  let committed = 0;
  let failed = 0;
  const work = async () => {
    for (let id = due.pop(); id !== undefined; id = due.pop()) {
      try {
        await planAheadOf(id, now);
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

/** Channels whose plan is short, those with the least left last. */
async function dueChannels(now: Date): Promise<string[]> {
  const short = new Date(now.getTime() + PLAN_SHORT_MS);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT channel.id::text AS id
    FROM channel LEFT JOIN LATERAL (
      SELECT ends_at FROM airing WHERE airing.channel_id = channel.id ORDER BY media_sequence DESC LIMIT 1
    ) AS newest ON true
    WHERE channel.status = 'published' AND (newest.ends_at IS NULL OR newest.ends_at < ${short})
    ORDER BY newest.ends_at ASC NULLS FIRST LIMIT ${AT_MOST}`;
  return rows.map((row) => row.id).reverse();
}
