import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import type { CreatedWebhookEndpoint, CreateWebhookEndpoint } from "@/core/webhooks/contract";
import { MAX_ENDPOINTS } from "@/core/webhooks/limits";
import { db } from "../db";
import { endpointView } from "./endpoint-view";
import { judgeEndpointUrl } from "./judge-endpoint-url";
import { recordEndpoint } from "./record-endpoint";
import { newSecret, sealSecret } from "./sealed-secret";

/**
 * Makes an endpoint and the secret that signs what it is sent. The secret is answered here and never again.
 * @throws url.refused, webhook.too_many
 */
export async function createEndpoint(actor: Actor, input: CreateWebhookEndpoint): Promise<CreatedWebhookEndpoint> {
  const url = judgeEndpointUrl(input.url);
  const id = uuidv7();
  const secret = newSecret();
  const { description, eventTypes } = input;
  const row = await db.$transaction(async (tx) => {
    // The owner's row is held, so that two requests at once do not both find room.
    await tx.$queryRaw`SELECT id FROM "user" WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`;
    if ((await tx.webhookEndpoint.count({ where: { ownerId: actor.userId } })) >= MAX_ENDPOINTS) throw tooMany();
    const made = await tx.webhookEndpoint.create({
      data: { id, ownerId: actor.userId, url, description, eventTypes, secret: sealSecret(secret, id) },
    });
    await recordEndpoint(tx, actor, "webhook.created", made);
    return made;
  });
  return { endpoint: endpointView(row), secret };
}

function tooMany(): AppError {
  return new AppError("webhook.too_many", `An account has at most ${MAX_ENDPOINTS} webhook endpoints.`);
}
