import type { ContentItem } from "@/generated/prisma/client";
import type { Tx } from "../db";
import { emitEvent } from "./emit-event";

type Named = Pick<ContentItem, "id" | "ownerId" | "title">;

/** Call these with the row as it is after the change. */
export async function tellReady(tx: Tx, item: Named & Pick<ContentItem, "type" | "durationMs">): Promise<void> {
  const durationSeconds = item.durationMs === null ? null : item.durationMs / 1000;
  const data = { ...itemFields(item), type: item.type, durationSeconds };
  await emitEvent(tx, item.ownerId, { type: "content.ready", resourceId: item.id, data });
}

export async function tellFailed(tx: Tx, item: Named & Pick<ContentItem, "errorCode" | "errorMessage">): Promise<void> {
  const error = { code: item.errorCode ?? "server.error", message: item.errorMessage ?? "" };
  const data = { ...itemFields(item), error };
  await emitEvent(tx, item.ownerId, { type: "content.failed", resourceId: item.id, data });
}

export async function tellBlocked(tx: Tx, item: Named, blocked: { reason: string; removedBlocks: number }) {
  const data = { ...itemFields(item), ...blocked };
  await emitEvent(tx, item.ownerId, { type: "content.blocked", resourceId: item.id, data });
}

function itemFields({ id, title }: Named) {
  return { contentItemId: id, title };
}
