import type { Actor } from "@/core/actor";
import type { RulesPreview } from "@/core/content/group-contract";
import type { GroupRules } from "@/core/content/group-rules";
import { contentView } from "../content/content-view";
import { rowsInOrder } from "../content/list-content";
import { db } from "../db";
import { groupMembers } from "./group-members";
import { groupSize } from "./group-view";

const SHOWN = 12;

/** What a dynamic group with these rules would hold now. Nothing is stored. */
export async function previewRules(actor: Actor, rules: GroupRules, now = new Date()): Promise<RulesPreview> {
  const group = { id: "", ownerId: actor.userId, kind: "dynamic", rules } as const;
  const { where, orderBy } = groupMembers(group, now);
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT content_item.id::text AS id FROM content_item WHERE ${where} ORDER BY ${orderBy} LIMIT ${SHOWN}`;
  const rows = await rowsInOrder(found.map(({ id }) => id));
  return { ...(await groupSize(group, now)), items: rows.map(contentView) };
}
