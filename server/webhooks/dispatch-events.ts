import { v7 as uuidv7 } from "uuid";
import { db, type Tx } from "../db";
import { TRANSACTION } from "../schedule/transaction";

const AT_ONCE = 500;
/** One worker at a time, so that events keep their order. */
const LOCK = 0x11e_0002;

/**
 * Makes deliveries of the events that wait, one for each endpoint that chose the type. A delivery may go at once when
 * no other of its resource is pending at that endpoint; else it waits until that one has ended.
 * @returns how many events were taken; there may be more when it is not 0
 */
export async function dispatchEvents(now: Date): Promise<number> {
  const waiting = await db.webhookEvent.findFirst({ where: waitingAt(now), select: { id: true } });
  if (!waiting) return 0;
  return db.$transaction((tx) => dispatch(tx, now), TRANSACTION);
}

async function dispatch(tx: Tx, now: Date): Promise<number> {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(${LOCK}::bigint) AS mine`;
  if (!lock?.mine) return 0;
  const events = await tx.$queryRaw<{ id: string; ownerId: string }[]>`
    SELECT id::text, owner_id::text AS "ownerId" FROM webhook_event
    WHERE dispatched_at IS NULL AND due_at <= ${now} ORDER BY sequence LIMIT ${AT_ONCE} FOR UPDATE`;
  if (events.length === 0) return 0;
  const ids = events.map((event) => event.id);
  const endpointIds = await holdEndpoints(tx, [...new Set(events.map((event) => event.ownerId))]);
  await insertDeliveries(tx, ids, endpointIds, now);
  await tx.webhookEvent.updateMany({ where: { id: { in: ids } }, data: { dispatchedAt: now, mergeKey: null } });
  return events.length;
}

/** Held as `recordAttempt` holds them, so that nothing ends while it is looked whether something is pending. */
async function holdEndpoints(tx: Tx, ownerIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM webhook_endpoint WHERE owner_id = ANY(${[...ownerIds]}::uuid[]) AND enabled
    ORDER BY id FOR NO KEY UPDATE`;
  return rows.map((row) => row.id);
}

async function insertDeliveries(tx: Tx, eventIds: string[], endpointIds: string[], now: Date): Promise<void> {
  const pairs = await tx.$queryRaw<{ eventId: string; endpointId: string; first: boolean }[]>`
    SELECT event.id::text AS "eventId", endpoint.id::text AS "endpointId",
      row_number() OVER (PARTITION BY endpoint.id, event.resource_id ORDER BY event.sequence) = 1
        AND NOT EXISTS (SELECT FROM webhook_delivery AS before WHERE before.endpoint_id = endpoint.id
          AND before.resource_id = event.resource_id AND before.status = 'pending' AND before.kind = 'event') AS first
    FROM webhook_event AS event JOIN webhook_endpoint AS endpoint
      ON endpoint.owner_id = event.owner_id AND event.type = ANY(endpoint.event_types)
    WHERE event.id = ANY(${eventIds}::uuid[]) AND endpoint.id = ANY(${endpointIds}::uuid[])`;
  const rows = pairs.map(({ eventId, endpointId, first }) => ({
    id: uuidv7(),
    event_id: eventId,
    endpoint_id: endpointId,
    next_attempt_at: first ? now.toISOString() : null,
  }));
  await tx.$executeRaw`
    INSERT INTO webhook_delivery (id, endpoint_id, event_id, resource_id, position, next_attempt_at)
    SELECT new.id, new.endpoint_id, new.event_id, event.resource_id, event.sequence, new.next_attempt_at
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS new (id uuid, endpoint_id uuid, event_id uuid, next_attempt_at timestamptz)
    JOIN webhook_event AS event ON event.id = new.event_id`;
}

function waitingAt(now: Date) {
  return { dispatchedAt: null, dueAt: { lte: now } };
}
