import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/core/actor";
import { seedCreator } from "@/prisma/seed/builders";
import { useOwnDatabase } from "@/scripts/testing/own-database";
import { listAudit } from "../audit/list-audit";
import { createAccount } from "../auth/create-account";
import { db } from "../db";
import { listReview } from "./list-review";
import { listModerators, nameModerator } from "./name-moderator";

let removeDatabase: () => Promise<void>;
beforeAll(async () => {
  removeDatabase = await useOwnDatabase();
});
afterAll(() => removeDatabase());

const queue = (actor: Actor) => listReview(actor, { status: "pending_moderation", page: 1, per_page: 20 });

test("of many who join an empty installation at once, one is its moderator", async () => {
  const joining = Array.from({ length: 6 }, (_, index) =>
    createAccount({ email: `${randomUUID()}@example.com`, name: `Nr ${index}` }),
  );
  const accounts = await Promise.all(joining);
  expect(accounts.filter(({ isModerator }) => isModerator)).toHaveLength(1);
  expect((await createAccount({ email: `${randomUUID()}@example.com`, name: "Late" })).isModerator).toBe(false);
});

test("the operator names moderators and dismisses them, at once and once, and it stands in their activity", async () => {
  const ada = await seedCreator({ email: "ada@lineup.test", name: "Ada" });
  await expect(queue(ada)).rejects.toMatchObject({ code: "auth.moderator_required" });
  expect(await nameModerator(" Ada@Lineup.test ", true)).toMatchObject({ name: "Ada", changed: true });
  expect(await nameModerator("ada@lineup.test", true)).toMatchObject({ changed: false });
  expect(await queue(ada)).toMatchObject({ total: 0 });
  expect((await listModerators()).map(({ email }) => email)).toContain("ada@lineup.test");
  expect(await nameModerator("ada@lineup.test", false)).toMatchObject({ changed: true });
  await expect(queue(ada)).rejects.toMatchObject({ code: "auth.moderator_required" });
  const { items } = await listAudit(ada, { page: 1, per_page: 20 });
  expect(items.map(({ action, actor }) => [action, actor.method])).toEqual([
    ["account.moderator_dismissed", "operator"],
    ["account.moderator_named", "operator"],
  ]);
});

test("nobody is named who is not there, or whose account is closed", async () => {
  await expect(nameModerator("nobody@lineup.test", true)).rejects.toMatchObject({ code: "resource.not_found" });
  const { userId } = await seedCreator({ email: "gone@lineup.test", isModerator: true });
  await db.user.update({ where: { id: userId }, data: { deletedAt: new Date() } });
  await expect(nameModerator("gone@lineup.test", true)).rejects.toMatchObject({ code: "resource.not_found" });
  expect((await listModerators()).map(({ email }) => email)).not.toContain("gone@lineup.test");
});
