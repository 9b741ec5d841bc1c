import { v7 as uuidv7 } from "uuid";
import type { EventType } from "@/core/webhooks/events";
import type { Tx } from "../db";
import type { NewEvent } from "./emit-event";

/**
 * Writes many events in one statement, in their order, for owners who are known to have chosen the type. For types that
 * are never merged.
 */
export async function emitMany<T extends EventType>(
  tx: Tx,
  events: readonly (NewEvent<T> & { ownerId: string })[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ ownerId, resourceId, type, data }, index) => ({
    id: uuidv7(),
    index,
    owner_id: ownerId,
    resource_id: resourceId,
    type,
    data,
  }));
  await tx.$executeRaw`
    INSERT INTO webhook_event (id, owner_id, type, resource_id, data)
    SELECT id, owner_id, type, resource_id, data FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS new (id uuid, index int, owner_id uuid, type text, resource_id text, data jsonb)
    ORDER BY index`;
}
