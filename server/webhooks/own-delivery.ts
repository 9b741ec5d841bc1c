import type { Actor } from "@/core/actor";
import { notFound } from "@/core/errors";
import { db, type Tx } from "../db";
import { type DeliveryWithEvent, WITH_EVENT } from "./delivery-view";

/** Endpoint and delivery, as a path names them. */
export interface DeliveryName {
  id: string;
  deliveryId: string;
}

/** @throws resource.not_found also where the endpoint is another, or somebody else's */
export async function ownDelivery(
  actor: Actor,
  { id, deliveryId }: DeliveryName,
  tx: Tx = db,
): Promise<DeliveryWithEvent> {
  const delivery = await tx.webhookDelivery.findFirst({
    where: { id: deliveryId, endpointId: id, endpoint: { ownerId: actor.userId } },
    include: WITH_EVENT,
  });
  if (!delivery) throw notFound("The delivery");
  return delivery;
}
