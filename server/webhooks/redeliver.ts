import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import type { WebhookDelivery } from "@/core/webhooks/contract";
import { db } from "../db";
import { deliveryView } from "./delivery-view";
import { type DeliveryName, ownDelivery } from "./own-delivery";

/**
 * Sends a delivery again, under the same `webhook-id`. One that has ended gets its day of attempts anew and holds up no
 * other; one that waits for its next attempt is tried now; one that waits for an earlier event of its resource goes on
 * waiting.
 * @throws resource.not_found, webhook.disabled
 */
export async function redeliver(actor: Actor, name: DeliveryName): Promise<WebhookDelivery> {
  return db.$transaction(async (tx) => {
    const [endpoint] = await tx.$queryRaw<{ enabled: boolean }[]>`
      SELECT enabled FROM webhook_endpoint WHERE id = ${name.id}::uuid AND owner_id = ${actor.userId}::uuid
      FOR NO KEY UPDATE`;
    const { id, status, kind, nextAttemptAt } = await ownDelivery(actor, name, tx);
    if (endpoint && !endpoint.enabled && kind !== "test") throw disabled();
    const now = new Date();
    if (status !== "pending") {
      const anew = { status: "pending", attempts: 0, firstAttemptAt: null, endedAt: null, nextAttemptAt: now } as const;
      const again = kind === "test" ? "test" : "redelivery";
      await tx.webhookDelivery.update({ where: { id }, data: { ...anew, kind: again } });
    } else if (nextAttemptAt && nextAttemptAt > now) {
      await tx.webhookDelivery.update({ where: { id }, data: { nextAttemptAt: now } });
    }
    return deliveryView(await ownDelivery(actor, name, tx));
  });
}

function disabled(): AppError {
  return new AppError("webhook.disabled", "This endpoint is disabled. Enable it first.");
}
