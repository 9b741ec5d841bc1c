import type { Actor } from "@/core/actor";
import type { CreatedWebhookEndpoint } from "@/core/webhooks/contract";
import { OLD_SECRET_HOURS } from "@/core/webhooks/limits";
import { db } from "../db";
import { endpointView } from "./endpoint-view";
import { ownEndpoint } from "./own-endpoint";
import { recordEndpoint } from "./record-endpoint";
import { newSecret, sealSecret } from "./sealed-secret";

/**
 * Gives an endpoint a new secret, answered here and never again. The one before signs too for a day, so that the
 * receiver can be changed without losing a message; one that was still left from an earlier rotation ends now.
 * @throws resource.not_found
 */
export async function rotateSecret(actor: Actor, endpointId: string): Promise<CreatedWebhookEndpoint> {
  const { id } = await ownEndpoint(actor, endpointId);
  const secret = newSecret();
  const now = new Date();
  const row = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM webhook_endpoint WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const before = await ownEndpoint(actor, id, tx);
    await recordEndpoint(tx, actor, "webhook.secret_rotated", before);
    return tx.webhookEndpoint.update({
      where: { id },
      data: {
        secret: sealSecret(secret, id),
        previousSecret: before.secret,
        previousSecretUntil: new Date(now.getTime() + OLD_SECRET_HOURS * 3_600_000),
      },
    });
  });
  return { endpoint: endpointView(row, now), secret };
}
