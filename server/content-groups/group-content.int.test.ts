import { expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedContent, seedCreator, seedReadyContent } from "@/prisma/seed/builders";
import { db } from "@/server/db";
import { createGroup } from "./create-group";
import { contentOfGroups } from "./group-content";
import { setGroupItems } from "./set-group-items";
import { addMembers, groupKey, groupsOf } from "./static-groups";

const byTag = (tag: string) => ({
  match: "all" as const,
  conditions: [{ field: "tag" as const, op: "any_of" as const, values: [tag] }],
  order: "newest" as const,
});
/** What each name means: the id of a static group, "dynamic", or null. */
async function meanings(owner: Actor, ...names: string[]) {
  const groups = await groupsOf(db, owner.userId);
  return names.map((name) => {
    const group = groups.get(groupKey(name));
    return group?.kind === "static" ? group.id : (group?.kind ?? null);
  });
}
const add = (itemId: string, ...groupIds: string[]) =>
  db.$transaction((tx) =>
    addMembers(
      tx,
      groupIds.map((group_id) => ({ item_id: itemId, group_id })),
    ),
  );

test("the content of groups is what can air, group after group, without repeats", async () => {
  const owner = await seedCreator();
  const [a, b, c] = [
    await seedReadyContent(owner, { title: "a" }),
    await seedReadyContent(owner, { title: "b", tags: ["x"] }),
    await seedReadyContent(owner, { title: "c", tags: ["x"] }),
  ];
  const failed = await seedContent(owner, { status: "failed", tags: ["x"] });
  const series = await seedContent(owner, { type: "series", status: "ready", sourceKind: "none", tags: ["x"] });
  const hand = await createGroup(owner, { name: "by hand", kind: "static" });
  await setGroupItems(owner, hand.id, { contentItemIds: [b.id, failed.id, a.id, series.id] });
  const ruled = await createGroup(owner, { name: "by rules", kind: "dynamic", rules: byTag("x") });

  expect(await contentOfGroups(db, owner.userId, [hand.id, ruled.id])).toEqual([b.id, a.id, c.id]);
  expect(await contentOfGroups(db, owner.userId, [ruled.id, hand.id])).toEqual([c.id, b.id, a.id]);
  expect(await contentOfGroups(db, owner.userId, [])).toEqual([]);
  const eve = await seedCreator();
  expect(await contentOfGroups(db, eve.userId, [hand.id, ruled.id])).toEqual([]);
});

test("groups are found by exact name without regard to case, and added to at the end", async () => {
  const owner = await seedCreator();
  const featured = await createGroup(owner, { name: "Featured", kind: "static" });
  const ecology = await createGroup(owner, { name: "Ökologie", kind: "static" });
  await createGroup(owner, { name: "Automatic", kind: "dynamic", rules: byTag("x") });
  await createGroup(await seedCreator(), { name: "Elsewhere", kind: "static" });

  const found = await meanings(owner, "ökologie ", "FEATURED", "Feature", "automatic", "Elsewhere", "%");
  expect(found).toEqual([ecology.id, featured.id, null, "dynamic", null, null]);

  const [first, second] = [await seedReadyContent(owner), await seedReadyContent(owner)];
  for (const { id } of [first, second, first]) await add(id, ecology.id, featured.id);
  expect(await contentOfGroups(db, owner.userId, [featured.id])).toEqual([first.id, second.id]);
});

test("items added at once all find a place", async () => {
  const owner = await seedCreator();
  const { id } = await createGroup(owner, { name: "busy", kind: "static" });
  const clips = await Promise.all(Array.from({ length: 6 }, () => seedReadyContent(owner)));
  await Promise.all(clips.map((clip) => add(clip.id, id)));
  const rows = await db.contentGroupItem.findMany({ where: { groupId: id } });
  expect(new Set(rows.map((row) => row.position)).size).toBe(6);
});
