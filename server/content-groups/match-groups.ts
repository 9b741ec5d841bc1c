import type { Tx } from "../db";

export interface MatchedGroups {
  /** Static groups, to which items can be added. */
  ids: string[];
  /** Names that no group has. */
  unknown: string[];
  /** Names of groups that find their items by rules: nothing can be added to them by hand. */
  dynamic: string[];
}

/** The owner's groups of these names, exact but without regard to case. Each name is answered once. */
export async function matchGroups(client: Tx, ownerId: string, names: readonly string[]): Promise<MatchedGroups> {
  const asked = [...new Set(names.map((name) => name.trim().normalize("NFC")))];
  const matched: MatchedGroups = { ids: [], unknown: [], dynamic: [] };
  if (asked.length === 0) return matched;
  const rows = await client.$queryRaw<{ name: string; id: string | null; kind: string | null }[]>`
    SELECT asked.name, content_group.id::text AS id, content_group.kind::text AS kind
    FROM unnest(${asked}::text[]) WITH ORDINALITY AS asked(name, place)
    LEFT JOIN content_group ON content_group.owner_id = ${ownerId}::uuid
      AND lower(content_group.name COLLATE "und-x-icu") = lower(asked.name COLLATE "und-x-icu")
    ORDER BY asked.place`;
  for (const { name, id, kind } of rows) {
    if (id === null) matched.unknown.push(name);
    else if (kind === "dynamic") matched.dynamic.push(name);
    else if (!matched.ids.includes(id)) matched.ids.push(id);
  }
  return matched;
}

/**
 * Puts an item at the end of static groups; where it is a member already it keeps its place. The groups are held until
 * the transaction ends, so that two items never take the same place.
 */
export async function addToGroups(tx: Tx, contentItemId: string, groupIds: readonly string[]): Promise<void> {
  if (groupIds.length === 0) return;
  await tx.$queryRaw`
    SELECT id FROM content_group WHERE id = ANY(${[...groupIds]}::uuid[]) AND kind = 'static' ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`
    INSERT INTO content_group_item (group_id, content_item_id, position)
    SELECT content_group.id, ${contentItemId}::uuid,
      coalesce((SELECT max(position) + 1 FROM content_group_item WHERE group_id = content_group.id), 0)
    FROM content_group WHERE id = ANY(${[...groupIds]}::uuid[]) AND kind = 'static'
    ON CONFLICT DO NOTHING`;
}
