import type { WebhookDelivery } from "@/core/webhooks/contract";
import { EventType } from "@/core/webhooks/events";
import type { Prisma } from "@/generated/prisma/client";

export const WITH_EVENT = { event: { select: { type: true, occurredAt: true, data: true } } } as const;
export type DeliveryWithEvent = Prisma.WebhookDeliveryGetPayload<{ include: typeof WITH_EVENT }>;

export function deliveryView(row: DeliveryWithEvent): WebhookDelivery {
  return {
    id: row.id,
    endpointId: row.endpointId,
    eventId: row.eventId,
    eventType: EventType.parse(row.event.type),
    kind: row.kind,
    status: row.status,
    attempts: row.attempts,
    lastStatus: row.lastStatus,
    lastError: row.lastError,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    occurredAt: row.event.occurredAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
