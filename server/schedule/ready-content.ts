import type { Actor } from "@/core/actor";
import { parseExternal } from "@/core/content/external";
import { type Rights, rightsOf } from "@/core/content/rights";
import { AppError, notFound } from "@/core/errors";
import type { Tx } from "../db";

/** An item that can be placed, within its rights. */
export interface Placeable extends Rights {
  id: string;
  durationMs: number;
}

interface ItemRow {
  id: string;
  status: string;
  type: string;
  sourceKind: string;
  durationMs: number | null;
  encodingId: string | null;
  external: unknown;
  rightsFrom: Date | null;
  rightsUntil: Date | null;
}

/**
 * The actor's item of that id, ready to air. Its row is held until the end of the transaction, so that it cannot be
 * deleted while it is being placed.
 * @throws resource.not_found, schedule.content_not_ready, schedule.content_not_schedulable
 */
export async function readyContent(tx: Tx, actor: Actor, contentItemId: string): Promise<Placeable> {
  const [item] = await tx.$queryRaw<ItemRow[]>`
    SELECT id, status::text, type::text, source_kind::text AS "sourceKind", duration_ms AS "durationMs",
      encoding_id AS "encodingId", external, rights_from AS "rightsFrom", rights_until AS "rightsUntil"
    FROM content_item
    WHERE id = ${contentItemId}::uuid AND owner_id = ${actor.userId}::uuid AND status <> 'deleted'
    FOR SHARE`;
  if (!item) throw notFound("The content item");
  if (item.sourceKind === "none") {
    const isContainer = item.type === "series" || item.type === "season";
    const reason = isContainer
      ? `A ${item.type} has nothing to play itself. Schedule its episodes.`
      : "It has no file.";
    throw new AppError("schedule.content_not_schedulable", reason, { contentItemId: item.id });
  }
  if (item.status !== "ready" || item.durationMs === null) {
    throw new AppError("schedule.content_not_ready", "Only content that is ready can be scheduled.", {
      contentItemId: item.id,
      status: item.status,
    });
  }
  if (item.sourceKind === "external" && item.encodingId === null) {
    const reason = parseExternal(item.external)?.whyNotLinear ?? "It has not been checked yet.";
    const message = `This linked manifest cannot play on a channel. ${reason}`;
    throw new AppError("schedule.content_not_schedulable", message, { contentItemId: item.id, reason });
  }
  return { id: item.id, durationMs: item.durationMs, ...rightsOf(item) };
}
