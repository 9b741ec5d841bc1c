import type { Actor } from "@/core/actor";
import { mayAirIn, type Rights, rightsOf } from "@/core/content/rights";
import type { LeftOut } from "@/core/schedule/contract";
import type { Stretch } from "@/core/schedule/gaps";
import type { TemplateEntry } from "@/core/schedule/template";
import type { Tx } from "../db";

interface HeldItem extends Rights {
  title: string;
  isReady: boolean;
  durationMs: number;
}

/** The items of a template by id. */
export type EntryContent = ReadonlyMap<string, HeldItem>;

/** Held until the transaction ends, so that none of the items can be deleted while it is being placed. */
export async function entryContent(tx: Tx, actor: Actor, entries: readonly TemplateEntry[]): Promise<EntryContent> {
  const ids = [...new Set(entries.flatMap(({ contentItemId }) => contentItemId ?? []))];
  const rows = await tx.$queryRaw<
    {
      id: string;
      title: string;
      isReady: boolean;
      durationMs: number;
      rightsFrom: Date | null;
      rightsUntil: Date | null;
    }[]
  >`SELECT id, title, status = 'ready' AND encoding_id IS NOT NULL AS "isReady",
      coalesce(duration_ms, 0) AS "durationMs", rights_from AS "rightsFrom", rights_until AS "rightsUntil"
    FROM content_item WHERE id = ANY(${ids}::uuid[]) AND owner_id = ${actor.userId}::uuid ORDER BY id FOR SHARE`;
  return new Map(rows.map((row) => [row.id, { ...row, ...rightsOf(row) }]));
}

/** Why an entry cannot be placed in a stretch; null when it can. Content that has become shorter does not fill its time. */
export function notPlaceable(content: EntryContent, entry: TemplateEntry, stretch: Stretch): LeftOut["reason"] | null {
  if (!entry.contentItemId) return null;
  const item = content.get(entry.contentItemId);
  const neededMs = Math.round((entry.offsetSeconds ?? 0) * 1000) + stretch.toMs - stretch.fromMs;
  if (!item?.isReady || item.durationMs < neededMs) return "not_ready";
  return mayAirIn(item, stretch.fromMs, stretch.toMs) ? null : "rights";
}
