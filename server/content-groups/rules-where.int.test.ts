import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type GroupCondition, GroupRules, matchesRules } from "@/core/content/group-rules";
import { CONTENT_STATUSES } from "@/core/content/item-types";
import { searchTitle } from "@/core/content/search-title";
import { CONTENT_TYPES } from "@/core/content/type-names";
import { seedChannel, seedContent, seedCreator } from "@/prisma/seed/builders";
import { db } from "@/server/db";
import { rulesWhere } from "./rules-where";

const NOW = new Date("2026-05-01T12:00:00.000Z");
const DAY_MS = 24 * 3_600_000;
const LABELS = ["news", "News", "100%", "a_b", 'quo"te', "back\\slash", "{brace}", "o'clock", "Ökologie"];
const LANGUAGES = ["de", "en", "pt-BR"];
const TITLES = ["Crème Brûlée", "100% true", "under_score", "back\\slash", "Straße", "plain"];
const BITS = ["creme", "%", "_", "\\", "strasse", "plain", "E", "zzz"];

test("the database finds the very items that the rules match", { timeout: 120_000 }, async () => {
  const owner = await seedCreator();
  const channels = [await seedChannel(owner), await seedChannel(owner)].map(({ id }) => id);
  const series = [
    await seedContent(owner, { type: "series" }),
    await seedContent(owner, { type: "series", title: "other" }),
  ].map(({ id }) => id);
  const pick = <T>(values: readonly T[], index: number) => values[index % values.length]!;
  for (let index = 0; index < 60; index++) {
    await seedContent(owner, {
      title: pick(TITLES, index),
      type: pick(CONTENT_TYPES, index),
      status: pick(CONTENT_STATUSES, index * 3),
      language: pick([null, ...LANGUAGES], index),
      channelId: pick([null, ...channels], index),
      seriesId: pick([null, null, ...series], index),
      tags: LABELS.filter((_, place) => (index * 7 + place) % 4 === 0),
      genres: LABELS.filter((_, place) => (index + place) % 5 === 0),
      ageRatings: LABELS.filter((_, place) => (index * 3 + place) % 6 === 0),
      durationMs: pick([null, 0, 999, 1000, 1001, 60_000, 5_400_000], index),
      productionYear: pick([null, 1984, 1999, 2024], index),
      createdAt: new Date(NOW.getTime() - pick([0, 1, 3, 30], index) * DAY_MS + pick([-1, 0, 1], index)),
    });
  }
  const items = await db.contentItem.findMany({ where: { ownerId: owner.userId } });
  for (const item of items) expect(item.searchTitle).toBe(searchTitle(item.title));

  const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });
  const list = <T>(field: string, values: readonly T[]) =>
    fc.record({ field: fc.constant(field), op: fc.constantFrom("in", "not_in"), values: some(values) });
  const labels = (field: string) =>
    fc.record({ field: fc.constant(field), op: fc.constantFrom("any_of", "all_of", "none_of"), values: some(LABELS) });
  const bound = (field: string, values: readonly number[]) =>
    fc.record({
      field: fc.constant(field),
      op: fc.constantFrom("at_least", "at_most"),
      value: fc.constantFrom(...values),
    });
  const instants = [0, 1, 3, 30].map((days) => new Date(NOW.getTime() - days * DAY_MS).toISOString());
  const condition = fc.oneof(
    list("type", CONTENT_TYPES),
    list("status", CONTENT_STATUSES),
    list("language", [...LANGUAGES, "fr"]),
    list("channel", [...channels, randomUUID()]),
    list("series", [...series, randomUUID()]),
    labels("tag"),
    labels("genre"),
    labels("ageRating"),
    bound("durationSeconds", [0, 0.999, 1, 1.001, 59.9995, 5400]),
    bound("productionYear", [1900, 1984, 2024]),
    fc.record({
      field: fc.constant("title"),
      op: fc.constantFrom("contains", "not_contains"),
      value: fc.constantFrom(...BITS),
    }),
    fc.record({
      field: fc.constant("createdAt"),
      op: fc.constantFrom("after", "before"),
      value: fc.constantFrom(...instants),
    }),
    fc.record({
      field: fc.constant("addedWithinDays"),
      op: fc.constant("at_most"),
      value: fc.constantFrom(1, 3, 30),
    }),
  ) as fc.Arbitrary<GroupCondition>;
  const rules = fc.record({
    match: fc.constantFrom("all" as const, "any" as const),
    conditions: fc.array(condition, { minLength: 1, maxLength: 4 }),
  });

  await fc.assert(
    fc.asyncProperty(rules, async (wanted) => {
      expect(GroupRules.safeParse(wanted).success).toBe(true);
      const found = await db.$queryRaw<{ id: string }[]>`
        SELECT id::text AS id FROM content_item WHERE owner_id = ${owner.userId}::uuid AND ${rulesWhere(wanted, NOW)}`;
      const matching = items.filter((item) => matchesRules(item, wanted, NOW)).map(({ id }) => id);
      expect(found.map(({ id }) => id).sort()).toEqual(matching.sort());
    }),
    { numRuns: 300 },
  );
});
