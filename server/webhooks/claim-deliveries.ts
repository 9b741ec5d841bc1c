import type { EventType } from "@/core/webhooks/events";
import { db } from "../db";

/** Requests to one endpoint at the same time. One that fails gets one at a time until something arrives. */
const AT_ONCE_PER_ENDPOINT = 4;
/** Longer than any attempt takes: a worker that died loses what it held, and another sends it again. */
export const LEASE_MS = 60_000;
const LOCK = 0x11e_0003;

/** A delivery that is this worker's to send now. */
export interface Claimed {
  id: string;
  /** Only the run whose id stands in the row may record what came of it. */
  runId: string;
  endpointId: string;
  url: string;
  secret: string;
  previousSecret: string | null;
  previousSecretUntil: Date | null;
  eventId: string;
  type: EventType;
  data: unknown;
  occurredAt: Date;
  kind: "event" | "test" | "redelivery";
  resourceId: string;
  attempts: number;
  firstAttemptAt: Date | null;
}

/**
 * Takes deliveries that are due, at most `limit`, the endpoints in turn and the healthy ones first, so that neither a
 * long queue nor a dead server holds up the others. One worker claims at a time, so that the bound of an endpoint holds
 * over all workers.
 */
export async function claimDeliveries(limit: number, now: Date): Promise<Claimed[]> {
  if (limit <= 0 || !(await anyDue(now))) return [];
  const leasedUntil = new Date(now.getTime() + LEASE_MS);
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
    return tx.$queryRaw<Claimed[]>`
      WITH due AS (
        SELECT next.id, row_number() OVER (PARTITION BY endpoint.id ORDER BY next.next_attempt_at) AS turn,
          endpoint.failing_since IS NOT NULL AS failing, next.next_attempt_at
        FROM webhook_endpoint AS endpoint CROSS JOIN LATERAL (
          SELECT delivery.id, delivery.next_attempt_at FROM webhook_delivery AS delivery
          WHERE delivery.endpoint_id = endpoint.id AND delivery.status = 'pending' AND delivery.next_attempt_at <= ${now}
            AND (delivery.leased_until IS NULL OR delivery.leased_until <= ${now})
            AND (endpoint.enabled OR delivery.kind = 'test')
          ORDER BY delivery.next_attempt_at, delivery.position
          LIMIT greatest(0, CASE WHEN endpoint.failing_since IS NULL THEN ${AT_ONCE_PER_ENDPOINT}::int ELSE 1 END - (
            SELECT count(*) FROM webhook_delivery AS busy
            WHERE busy.endpoint_id = endpoint.id AND busy.leased_until > ${now}))
        ) AS next
        ORDER BY failing, turn, next.next_attempt_at LIMIT ${limit}
      ), taken AS (
        UPDATE webhook_delivery SET leased_until = ${leasedUntil}, run_id = gen_random_uuid(),
          first_attempt_at = coalesce(first_attempt_at, ${now})
        WHERE id IN (SELECT id FROM due) RETURNING *
      )
      SELECT taken.id::text, taken.run_id::text AS "runId", endpoint.id::text AS "endpointId", endpoint.url,
        endpoint.secret, endpoint.previous_secret AS "previousSecret",
        endpoint.previous_secret_until AS "previousSecretUntil", event.id::text AS "eventId", event.type, event.data,
        event.occurred_at AS "occurredAt", taken.kind::text, taken.resource_id AS "resourceId", taken.attempts,
        taken.first_attempt_at AS "firstAttemptAt"
      FROM taken JOIN webhook_endpoint AS endpoint ON endpoint.id = taken.endpoint_id
      JOIN webhook_event AS event ON event.id = taken.event_id`;
  });
}

/** Asked without a lock, so that a quiet installation takes none. */
async function anyDue(now: Date): Promise<boolean> {
  const [due] = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM webhook_delivery WHERE status = 'pending' AND next_attempt_at <= ${now}
      AND (leased_until IS NULL OR leased_until <= ${now}) LIMIT 1`;
  return due !== undefined;
}

/** Gives a delivery back that was not sent to its end, because the worker stops. */
export async function giveBackDelivery({ id, runId }: Pick<Claimed, "id" | "runId">): Promise<void> {
  await db.webhookDelivery.updateMany({ where: { id, runId }, data: { leasedUntil: null, runId: null } });
}
