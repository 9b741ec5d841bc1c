import type { Actor } from "@/core/actor";
import type { WebhookDeliveryDetail } from "@/core/webhooks/contract";
import { db } from "../db";
import { deliveryView } from "./delivery-view";
import { type DeliveryName, ownDelivery } from "./own-delivery";
import { payload } from "./payload";

/** A delivery cannot have more attempts but by being sent again by hand. */
const MOST_SHOWN = 100;

/**
 * A delivery with the body that is sent and every attempt.
 * @throws resource.not_found
 */
export async function getDelivery(actor: Actor, name: DeliveryName): Promise<WebhookDeliveryDetail> {
  const row = await ownDelivery(actor, name);
  const tries = await db.webhookAttempt.findMany({
    where: { deliveryId: row.id },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: MOST_SHOWN,
  });
  return {
    ...deliveryView(row),
    payload: payload(row.event, row.kind),
    tries: tries.map(({ startedAt, durationMs, status, error, responseExcerpt }) => ({
      startedAt: startedAt.toISOString(),
      durationMs,
      status,
      error,
      responseExcerpt,
    })),
  };
}
