import type { Actor } from "@/core/actor";
import type { AuditAction } from "@/core/audit/contract";
import type { WebhookEndpoint } from "@/generated/prisma/client";
import { recordAudit } from "../audit/record-audit";
import type { Tx } from "../db";

type EndpointAction = Extract<AuditAction, `webhook.${string}`>;

/** Writes down what was done with an endpoint. It is named by its host: the rest of an address may be a secret. */
export async function recordEndpoint(
  tx: Tx,
  actor: Actor,
  action: EndpointAction,
  { id, url }: Pick<WebhookEndpoint, "id" | "url">,
): Promise<void> {
  await recordAudit(tx, actor, { action, target: { kind: "webhook", id, name: new URL(url).host } });
}
