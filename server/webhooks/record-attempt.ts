import { isGivenUp } from "@/core/webhooks/judge-answer";
import { nextAttemptMs } from "@/core/webhooks/retry";
import type { WebhookEndpoint } from "@/generated/prisma/client";
import { db, type Tx } from "../db";
import { TRANSACTION } from "../schedule/transaction";
import type { Claimed } from "./claim-deliveries";
import type { Outcome } from "./send-delivery";

class LostRun extends Error {}

/**
 * Writes down what came of an attempt: the delivery is done, tried again later, or given up, and then the next of its
 * resource may go. Answer 410 disables the endpoint, and so do days of nothing but failures.
 * @returns false, with nothing written, when another run has taken the delivery over
 */
export async function recordAttempt(claimed: Claimed, outcome: Outcome, now: Date): Promise<boolean> {
  try {
    await db.$transaction((tx) => record(tx, claimed, outcome, now), TRANSACTION);
    return true;
  } catch (thrown) {
    if (thrown instanceof LostRun) return false;
    throw thrown;
  }
}

async function record(tx: Tx, claimed: Claimed, outcome: Outcome, now: Date): Promise<void> {
  // First the endpoint, as `dispatchEvents` does: what is pending does not change while that looks.
  const endpoint = await recordHealth(tx, claimed, outcome, now);
  const nextAt = endpoint && outcome.verdict === "failed" ? nextAttemptAt(claimed, outcome, now) : null;
  const delivered = outcome.verdict === "delivered";
  const { count } = await tx.webhookDelivery.updateMany({
    where: { id: claimed.id, runId: claimed.runId },
    data: {
      status: delivered ? "delivered" : nextAt ? "pending" : "failed",
      attempts: { increment: 1 },
      nextAttemptAt: nextAt,
      endedAt: nextAt ? null : now,
      lastStatus: outcome.status,
      lastError: outcome.error,
      leasedUntil: null,
      runId: null,
    },
  });
  if (count === 0) throw new LostRun();
  const { startedAt, durationMs, status, error, responseExcerpt } = outcome;
  await tx.webhookAttempt.create({
    data: { deliveryId: claimed.id, startedAt, durationMs, status, error, responseExcerpt },
  });
  if (endpoint && !endpoint.enabled && claimed.kind !== "test") await giveUpAll(tx, endpoint.id, now);
  else if (!nextAt && claimed.kind === "event") await letNextGo(tx, claimed, now);
}

function nextAttemptAt(claimed: Claimed, { retryAfterMs }: Outcome, now: Date): Date | null {
  if (claimed.kind === "test") return null;
  const firstAttemptMs = (claimed.firstAttemptAt ?? now).getTime();
  const failed = { attempts: claimed.attempts + 1, firstAttemptMs, nowMs: now.getTime(), retryAfterMs };
  const at = nextAttemptMs({ ...failed, random: Math.random() });
  return at === null ? null : new Date(at);
}

/** A test says nothing about whether what happens arrives, so it changes nothing of the endpoint. */
async function recordHealth(tx: Tx, claimed: Claimed, outcome: Outcome, now: Date): Promise<WebhookEndpoint | null> {
  const [row] = await tx.$queryRaw<{ failingSince: Date | null; failures: number }[]>`
    SELECT failing_since AS "failingSince", failures FROM webhook_endpoint
    WHERE id = ${claimed.endpointId}::uuid FOR NO KEY UPDATE`;
  if (!row) return null;
  if (claimed.kind === "test") return tx.webhookEndpoint.findUnique({ where: { id: claimed.endpointId } });
  return tx.webhookEndpoint.update({ where: { id: claimed.endpointId }, data: healthAfter(row, outcome, now) });
}

function healthAfter(before: { failingSince: Date | null; failures: number }, outcome: Outcome, now: Date) {
  if (outcome.verdict === "delivered") {
    return { failingSince: null, failures: 0, lastError: null, lastDeliveredAt: now };
  }
  const failingSince = before.failingSince ?? now;
  const failures = before.failures + 1;
  const failed = { failingSince, failures, lastError: outcome.error, lastFailedAt: now };
  const givenUp = isGivenUp({ failingSinceMs: failingSince.getTime(), failures }, now.getTime());
  const disabledReason = outcome.verdict === "gone" ? "gone" : givenUp ? "failing" : null;
  return disabledReason ? { ...failed, enabled: false, disabledReason, disabledAt: now } : failed;
}

/** Nobody listens any more. What was pending can be sent again by hand. */
export async function giveUpAll(tx: Tx, endpointId: string, now: Date): Promise<void> {
  await tx.webhookDelivery.updateMany({
    where: { endpointId, status: "pending", kind: { not: "test" } },
    data: {
      status: "failed",
      nextAttemptAt: null,
      endedAt: now,
      leasedUntil: null,
      runId: null,
      lastError: "The endpoint was disabled before this could be delivered.",
    },
  });
}

async function letNextGo(tx: Tx, { endpointId, resourceId }: Claimed, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook_delivery SET next_attempt_at = ${now} WHERE next_attempt_at IS NULL AND id = (
      SELECT id FROM webhook_delivery WHERE endpoint_id = ${endpointId}::uuid AND resource_id = ${resourceId}
        AND status = 'pending' AND kind = 'event' ORDER BY position LIMIT 1)`;
}
