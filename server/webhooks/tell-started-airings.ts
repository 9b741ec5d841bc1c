import { EVENTS } from "@/core/webhooks/events";
import type { Tx } from "../db";
import { db } from "../db";
import { TRANSACTION } from "../schedule/transaction";
import { emitMany } from "./emit-many";
import { channelFields } from "./tell-channel";

const TYPE = "airing.started";
/** What began while no worker ran is told of late, but not for ever. */
const AT_MOST_LATE_MS = 3_600_000;
/** One worker at a time looks at the clock. */
const LOCK = 0x11e_0004;

interface Started {
  channelId: string;
  ownerId: string;
  slug: string;
  name: string;
  kind: "content" | "filler";
  contentItemId: string | null;
  blockId: string | null;
  title: string;
  startsAt: Date;
}

/**
 * Tells of the airings that have begun since the last look, each once: the worker's tick, every second. It reads the
 * airings of that second only, and of channels whose owners chose the type. How far it has looked is kept with the
 * events, so that a worker that dies neither repeats nor skips one.
 * @returns how many were told of
 */
export async function tellStartedAirings(now: Date): Promise<number> {
  const [wanted] = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM webhook_endpoint WHERE enabled AND ${TYPE} = ANY(event_types) LIMIT 1`;
  // Whoever chooses it later hears of what begins then.
  if (!wanted) return db.$executeRaw`DELETE FROM webhook_watch WHERE name = ${TYPE}`.then(() => 0);
  return db.$transaction((tx) => tell(tx, now), TRANSACTION);
}

async function tell(tx: Tx, now: Date): Promise<number> {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(${LOCK}::bigint) AS mine`;
  if (!lock?.mine) return 0;
  const seen = await tx.webhookWatch.findUnique({ where: { name: TYPE } });
  if (seen && seen.seenUntil >= now) return 0;
  const seenUntil = { seenUntil: now };
  await tx.webhookWatch.upsert({ where: { name: TYPE }, create: { name: TYPE, ...seenUntil }, update: seenUntil });
  if (!seen) return 0;
  const fromMs = Math.max(seen.seenUntil.getTime(), now.getTime() - AT_MOST_LATE_MS);
  const started = await startedBetween(tx, new Date(fromMs), now);
  await emitMany(tx, started.map(eventOf));
  return started.length;
}

/** Of the slate nobody is told here: it has warnings of its own. What lies before publishing never was on the air. */
function startedBetween(tx: Tx, from: Date, until: Date): Promise<Started[]> {
  return tx.$queryRaw<Started[]>`
    SELECT channel.id::text AS "channelId", channel.owner_id::text AS "ownerId", channel.slug, channel.name,
      airing.kind::text, airing.content_item_id::text AS "contentItemId", airing.block_id::text AS "blockId",
      coalesce(item.title, '') AS title, airing.starts_at AS "startsAt"
    FROM airing JOIN channel ON channel.id = airing.channel_id
    LEFT JOIN content_item AS item ON item.id = airing.content_item_id
    WHERE airing.starts_at > ${from} AND airing.starts_at <= ${until} AND airing.kind <> 'slate'
      AND channel.status = 'published' AND channel.published_at <= airing.starts_at
      AND channel.owner_id IN (
        SELECT owner_id FROM webhook_endpoint WHERE enabled AND ${TYPE} = ANY(event_types))
    ORDER BY airing.starts_at, channel.id`;
}

/** Tells of what a channel plays at the moment when it goes on the air: it began before there was anybody to see it. */
export async function tellOnAir(tx: Tx, channelId: string, now: Date): Promise<void> {
  const [onAir] = await tx.$queryRaw<Started[]>`
    SELECT channel.id::text AS "channelId", channel.owner_id::text AS "ownerId", channel.slug, channel.name,
      airing.kind::text, airing.content_item_id::text AS "contentItemId", airing.block_id::text AS "blockId",
      coalesce(item.title, '') AS title, airing.starts_at AS "startsAt"
    FROM airing JOIN channel ON channel.id = airing.channel_id
    LEFT JOIN content_item AS item ON item.id = airing.content_item_id
    WHERE airing.channel_id = ${channelId}::uuid AND airing.ends_at > ${now} AND airing.starts_at < ${now}
      AND airing.kind <> 'slate'
      AND EXISTS (SELECT FROM webhook_endpoint WHERE owner_id = channel.owner_id AND enabled
        AND ${TYPE} = ANY(event_types))
    ORDER BY airing.ends_at LIMIT 1`;
  if (onAir) await emitMany(tx, [eventOf(onAir)]);
}

function eventOf(started: Started) {
  const { ownerId, channelId, kind, contentItemId, blockId, title, startsAt } = started;
  const data = EVENTS[TYPE].data.parse({
    ...channelFields({ id: channelId, ...started }),
    kind,
    contentItemId,
    blockId,
    title,
    startsAt: startsAt.toISOString(),
  });
  return { ownerId, type: TYPE, resourceId: channelId, data } as const;
}
