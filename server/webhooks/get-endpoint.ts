import type { Actor } from "@/core/actor";
import type { WebhookEndpoint } from "@/core/webhooks/contract";
import { endpointView } from "./endpoint-view";
import { ownEndpoint } from "./own-endpoint";

/** @throws resource.not_found */
export async function getEndpoint(actor: Actor, endpointId: string): Promise<WebhookEndpoint> {
  return endpointView(await ownEndpoint(actor, endpointId));
}
