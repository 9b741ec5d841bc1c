import { DisabledReason, type WebhookEndpoint } from "@/core/webhooks/contract";
import { EventType } from "@/core/webhooks/events";
import type { WebhookEndpoint as Row } from "@/generated/prisma/client";

/** An endpoint as its owner sees it: without its secrets. */
export function endpointView(row: Row, now = new Date()): WebhookEndpoint {
  const { previousSecretUntil } = row;
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    // A type that no longer exists was chosen once; it is not told of.
    eventTypes: row.eventTypes.flatMap((type) => EventType.safeParse(type).data ?? []),
    enabled: row.enabled,
    disabledReason: row.enabled ? null : DisabledReason.catch("creator").parse(row.disabledReason),
    disabledAt: row.disabledAt?.toISOString() ?? null,
    failingSince: row.failingSince?.toISOString() ?? null,
    lastDeliveredAt: row.lastDeliveredAt?.toISOString() ?? null,
    lastFailedAt: row.lastFailedAt?.toISOString() ?? null,
    lastError: row.lastError,
    previousSecretUntil: previousSecretUntil && previousSecretUntil > now ? previousSecretUntil.toISOString() : null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
