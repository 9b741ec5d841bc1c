import type { Actor } from "@/core/actor";
import { AppError, notFound } from "@/core/errors";
import type { Tx } from "../db";

/** An item that can be placed. */
export interface Placeable {
  id: string;
  durationMs: number;
}

/**
 * The actor's item of that id, ready to air. Its row is held until the end of the transaction, so that it cannot be
 * deleted while it is being placed.
 * @throws resource.not_found, schedule.content_not_ready
 */
export async function readyContent(tx: Tx, actor: Actor, contentItemId: string): Promise<Placeable> {
  const [item] = await tx.$queryRaw<{ id: string; status: string; durationMs: number | null }[]>`
    SELECT id, status::text, duration_ms AS "durationMs" FROM content_item
    WHERE id = ${contentItemId}::uuid AND owner_id = ${actor.userId}::uuid AND status <> 'deleted'
    FOR SHARE`;
  if (!item) throw notFound("The content item");
  if (item.status !== "ready" || item.durationMs === null) {
    throw new AppError("schedule.content_not_ready", "Only content that is ready can be scheduled.", {
      contentItemId: item.id,
      status: item.status,
    });
  }
  return { id: item.id, durationMs: item.durationMs };
}
