import type { ContentGroup } from "@/core/content/group-contract";
import { GroupRules } from "@/core/content/group-rules";
import type { ContentGroup as GroupRow } from "@/generated/prisma/client";
import { db, type Tx } from "../db";
import { type GroupMembership, groupMembers } from "./group-members";

/** How much a group holds now. */
export async function groupSize(
  group: GroupMembership,
  now = new Date(),
  client: Tx = db,
): Promise<{ itemCount: number; durationSeconds: number }> {
  const { where } = groupMembers(group, now);
  const [size] = await client.$queryRaw<{ items: number; seconds: number }[]>`
    SELECT count(*)::int AS items,
      (coalesce(sum(duration_ms) FILTER (WHERE status = 'ready'), 0) / 1000.0)::float8 AS seconds
    FROM content_item WHERE ${where}`;
  return { itemCount: size?.items ?? 0, durationSeconds: size?.seconds ?? 0 };
}

/** A group as the API shows it. */
export async function groupView(row: GroupRow, client: Tx = db): Promise<ContentGroup> {
  const rules = GroupRules.safeParse(row.rules);
  return {
    id: row.id,
    name: row.name,
    displayTitle: row.displayTitle,
    description: row.description,
    kind: row.kind,
    rules: row.kind === "dynamic" && rules.success ? rules.data : null,
    ...(await groupSize(row, new Date(), client)),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
