import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/core/actor";
import type { TestWebhookEndpoint, WebhookDelivery } from "@/core/webhooks/contract";
import { EVENTS, EventType } from "@/core/webhooks/events";
import { db } from "../db";
import { deliveryView, WITH_EVENT } from "./delivery-view";
import { ownEndpoint } from "./own-endpoint";

/**
 * Sends an example of an event to one endpoint, once, marked as a test: also to a disabled one, so that it can be seen
 * to work before it is enabled.
 * @throws resource.not_found
 */
export async function sendTest(actor: Actor, endpointId: string, input: TestWebhookEndpoint): Promise<WebhookDelivery> {
  const endpoint = await ownEndpoint(actor, endpointId);
  const type = input.eventType ?? EventType.catch("content.ready").parse(endpoint.eventTypes[0]);
  const now = new Date();
  const resourceId = `test-${uuidv7()}`;
  const delivery = await db.$transaction(async (tx) => {
    const { example } = EVENTS[type];
    const event = await tx.webhookEvent.create({
      data: { ownerId: actor.userId, type, resourceId, data: example, dispatchedAt: now, occurredAt: now },
    });
    return tx.webhookDelivery.create({
      data: {
        endpointId: endpoint.id,
        eventId: event.id,
        kind: "test",
        resourceId,
        position: event.sequence,
        nextAttemptAt: now,
      },
      include: WITH_EVENT,
    });
  });
  return deliveryView(delivery);
}
