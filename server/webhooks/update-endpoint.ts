import type { Actor } from "@/core/actor";
import type { UpdateWebhookEndpoint, WebhookEndpoint } from "@/core/webhooks/contract";
import { db } from "../db";
import { endpointView } from "./endpoint-view";
import { judgeEndpointUrl } from "./judge-endpoint-url";
import { ownEndpoint } from "./own-endpoint";
import { giveUpAll } from "./record-attempt";
import { recordEndpoint } from "./record-endpoint";

/**
 * Changes an endpoint. Disabled, it hears of nothing and what was pending is given up; enabled again, its health begins
 * anew and it hears of what happens from then on.
 * @throws resource.not_found, url.refused
 */
export async function updateEndpoint(
  actor: Actor,
  endpointId: string,
  changes: UpdateWebhookEndpoint,
): Promise<WebhookEndpoint> {
  const { id } = await ownEndpoint(actor, endpointId);
  const { enabled, ...rest } = changes;
  const url = changes.url === undefined ? undefined : judgeEndpointUrl(changes.url);
  const now = new Date();
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM webhook_endpoint WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const before = await ownEndpoint(actor, id, tx);
    const turned = enabled === undefined || enabled === before.enabled ? {} : enabled ? ENABLED : disabledAt(now);
    const after = await tx.webhookEndpoint.update({ where: { id }, data: { ...rest, url, ...turned } });
    if (before.enabled && !after.enabled) await giveUpAll(tx, id, now);
    await recordEndpoint(tx, actor, "webhook.changed", after);
    return endpointView(after, now);
  });
}

const ENABLED = {
  enabled: true,
  disabledReason: null,
  disabledAt: null,
  failingSince: null,
  failures: 0,
  lastError: null,
} as const;

function disabledAt(now: Date) {
  return { enabled: false, disabledReason: "creator", disabledAt: now } as const;
}
