import type { Tx } from "../db";

/** The groups of an owner, by their names without regard to case. */
export type Groups = ReadonlyMap<string, { id: string; name: string; kind: "static" | "dynamic" }>;

export function groupKey(name: string): string {
  return name.trim().normalize("NFC").toLowerCase();
}

export async function groupsOf(client: Tx, ownerId: string): Promise<Groups> {
  const groups = await client.contentGroup.findMany({
    where: { ownerId },
    select: { id: true, name: true, kind: true },
  });
  return new Map(groups.map((group) => [groupKey(group.name), group]));
}

/** The group of that name to which items can be added by hand. */
export function staticGroup(groups: Groups, name: string): { id: string; name: string } | undefined {
  const group = groups.get(groupKey(name));
  return group?.kind === "static" ? group : undefined;
}

/** An item in a group, in the spelling of the statements below. */
export interface Member {
  item_id: string;
  group_id: string;
}

/** Puts items at the end of static groups, in one statement; where they are members already they keep their places. */
export async function addMembers(tx: Tx, members: readonly Member[]): Promise<void> {
  if (members.length === 0) return;
  const ids = [...new Set(members.map(({ group_id }) => group_id))];
  // Held, so that two items never take the same place.
  await tx.$queryRaw`SELECT id FROM content_group WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`
    INSERT INTO content_group_item (group_id, content_item_id, position)
    SELECT wanted.group_id, wanted.item_id,
      coalesce((SELECT max(position) FROM content_group_item WHERE group_id = wanted.group_id), -1)
        + row_number() OVER (PARTITION BY wanted.group_id ORDER BY wanted.place)
    FROM (SELECT item_id, group_id, place FROM ROWS FROM
      (jsonb_to_recordset(${JSON.stringify(members)}::jsonb) AS (item_id uuid, group_id uuid)) WITH ORDINALITY
      AS given(item_id, group_id, place)) AS wanted
    WHERE NOT EXISTS (SELECT 1 FROM content_group_item AS member
      WHERE member.content_item_id = wanted.item_id AND member.group_id = wanted.group_id)`;
}

/** Takes items out of every static group that is not among `members`, in one statement. */
export async function keepOnlyMembers(tx: Tx, itemIds: readonly string[], members: readonly Member[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM content_group_item AS member USING content_group
    WHERE content_group.id = member.group_id AND content_group.kind = 'static'
      AND member.content_item_id = ANY(${[...itemIds]}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
          AS wanted(item_id uuid, group_id uuid)
        WHERE wanted.item_id = member.content_item_id AND wanted.group_id = member.group_id)`;
}
