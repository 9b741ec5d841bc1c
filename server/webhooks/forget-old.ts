import { KEPT_DAYS } from "@/core/webhooks/limits";
import { db } from "../db";

const AT_ONCE = 5_000;

/**
 * Removes events that are old, with their deliveries and attempts. For the sweep.
 * @returns how many events are gone
 */
export async function forgetOldEvents(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * 3_600_000);
  return db.$executeRaw`
    DELETE FROM webhook_event WHERE id IN (
      SELECT id FROM webhook_event WHERE occurred_at < ${before} ORDER BY occurred_at LIMIT ${AT_ONCE})`;
}

/**
 * Lets deliveries go that wait for one before them which is no longer there. For the sweep: whatever ends a delivery lets
 * the next go, and this is for what nobody thought of.
 */
export async function freeWaiting(now: Date): Promise<number> {
  return db.$executeRaw`
    UPDATE webhook_delivery AS waiting SET next_attempt_at = ${now}
    WHERE status = 'pending' AND kind = 'event' AND next_attempt_at IS NULL AND NOT EXISTS (
      SELECT FROM webhook_delivery AS before WHERE before.endpoint_id = waiting.endpoint_id
        AND before.resource_id = waiting.resource_id AND before.status = 'pending' AND before.kind = 'event'
        AND before.position < waiting.position)`;
}
