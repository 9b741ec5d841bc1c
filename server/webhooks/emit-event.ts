import { v7 as uuidv7 } from "uuid";
import { EVENTS, type EventData, type EventType } from "@/core/webhooks/events";
import type { Tx } from "../db";

/** An edit of a guide waits so long for the next one, and never longer than the second. */
const MERGE_SECONDS = 2;
const MERGE_AT_MOST_SECONDS = 15;

/** Types of which several in a row are one: the newest replaces what has not been sent yet. */
const MERGED: ReadonlySet<EventType> = new Set(["schedule.changed"]);

export interface NewEvent<T extends EventType> {
  type: T;
  /** What it happened to. Events of one resource reach an endpoint in the order in which they are written. */
  resourceId: string;
  data: EventData<T>;
}

/**
 * Writes an event in the caller's transaction: it is told of exactly if what it tells has happened. Call it after the
 * resource was locked or changed, so that nobody else writes of it in between. Without an endpoint of the owner's that
 * chose the type, nothing is written.
 */
export async function emitEvent<T extends EventType>(tx: Tx, ownerId: string, event: NewEvent<T>): Promise<void> {
  const { type, resourceId } = event;
  const data = JSON.stringify(EVENTS[type].data.parse(event.data));
  const mergeKey = MERGED.has(type) ? `${type} ${resourceId}` : null;
  if (mergeKey === null) await closeMerged(tx, ownerId, resourceId);
  await tx.$executeRaw`
    INSERT INTO webhook_event (id, owner_id, type, resource_id, data, merge_key, due_at)
    SELECT ${uuidv7()}::uuid, ${ownerId}::uuid, ${type}, ${resourceId}, ${data}::jsonb, ${mergeKey},
      clock_timestamp() + make_interval(secs => ${mergeKey === null ? 0 : MERGE_SECONDS})
    WHERE EXISTS (SELECT FROM webhook_endpoint
      WHERE owner_id = ${ownerId}::uuid AND enabled AND ${type} = ANY(event_types))
    ON CONFLICT (merge_key) DO UPDATE SET data = excluded.data, due_at = least(excluded.due_at,
      webhook_event.occurred_at + make_interval(secs => ${MERGE_AT_MOST_SECONDS}))`;
}

/** Something else has happened to the resource: what waits for more of its kind is told now, before it. */
async function closeMerged(tx: Tx, ownerId: string, resourceId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook_event SET due_at = clock_timestamp(), merge_key = NULL
    WHERE owner_id = ${ownerId}::uuid AND resource_id = ${resourceId} AND merge_key IS NOT NULL`;
}
