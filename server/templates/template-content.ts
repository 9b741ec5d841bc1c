import type { Actor } from "@/core/actor";
import type { TemplateEntry } from "@/core/schedule/template";
import type { Tx } from "../db";
import { requireOwnChoice } from "../schedule/fill-library";

/**
 * Refuses entries that name content or a group that is not the actor's.
 * @throws resource.not_found
 */
export async function requireOwnEntries(tx: Tx, actor: Actor, entries: readonly TemplateEntry[]): Promise<void> {
  const rules = entries.flatMap(({ fill }) => fill ?? []);
  await requireOwnChoice(tx, actor, {
    contentItemIds: [
      ...entries.flatMap(({ contentItemId }) => contentItemId ?? []),
      ...rules.flatMap(({ contentItemIds = [] }) => contentItemIds),
    ],
    contentGroupIds: rules.flatMap(({ contentGroupIds = [] }) => contentGroupIds),
  });
}
