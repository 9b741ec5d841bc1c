import { z } from "zod";
import { Id, Instant, Labels, Text } from "../contract";
import { ContentStatus, ContentType } from "./item-types";
import { searchTitle } from "./search-title";

const oneOf = z.enum(["in", "not_in"]);
const overlap = z.enum(["any_of", "all_of", "none_of"]);
const bound = z.enum(["at_least", "at_most"]);
const FewLabels = Labels.min(1);

/** One thing that a dynamic group asks of an item. Labels are compared letter by letter, as everywhere. */
export const GroupCondition = z.discriminatedUnion("field", [
  z.strictObject({ field: z.literal("type"), op: oneOf, values: z.array(ContentType).min(1).max(9) }),
  z.strictObject({ field: z.literal("status"), op: oneOf, values: z.array(ContentStatus).min(1).max(7) }),
  z.strictObject({ field: z.literal("language"), op: oneOf, values: z.array(Text.min(1).max(35)).min(1).max(50) }),
  z.strictObject({ field: z.literal("channel"), op: oneOf, values: z.array(Id).min(1).max(50) }),
  z.strictObject({ field: z.literal("series"), op: oneOf, values: z.array(Id).min(1).max(50) }),
  z.strictObject({ field: z.literal("tag"), op: overlap, values: FewLabels }),
  z.strictObject({ field: z.literal("genre"), op: overlap, values: FewLabels }),
  z.strictObject({ field: z.literal("ageRating"), op: overlap, values: FewLabels }),
  z.strictObject({ field: z.literal("durationSeconds"), op: bound, value: z.number().min(0).max(1_000_000) }),
  z.strictObject({ field: z.literal("productionYear"), op: bound, value: z.int().min(1800).max(2200) }),
  z.strictObject({ field: z.literal("title"), op: z.enum(["contains", "not_contains"]), value: Text.min(1).max(200) }),
  z.strictObject({ field: z.literal("createdAt"), op: z.enum(["after", "before"]), value: Instant }),
  /** Added no longer ago than so many days. */
  z.strictObject({ field: z.literal("addedWithinDays"), op: z.literal("at_most"), value: z.int().min(1).max(3650) }),
]);
export type GroupCondition = z.infer<typeof GroupCondition>;

export const GROUP_ORDERS = ["oldest", "newest", "title", "episode"] as const;

/** What makes an item belong to a dynamic group: all or any of the conditions; and in which order its items stand. */
export const GroupRules = z.strictObject({
  match: z.enum(["all", "any"]).default("all"),
  conditions: z.array(GroupCondition).min(1).max(20),
  order: z.enum(GROUP_ORDERS).default("oldest"),
});
export type GroupRules = z.infer<typeof GroupRules>;

/** What the rules look at. */
export interface RuledItem {
  title: string;
  type: z.infer<typeof ContentType>;
  status: string;
  language: string | null;
  channelId: string | null;
  seriesId: string | null;
  tags: readonly string[];
  genres: readonly string[];
  ageRatings: readonly string[];
  durationMs: number | null;
  productionYear: number | null;
  createdAt: Date;
}

export const DAY_MS = 24 * 3_600_000;

/**
 * Whether an item belongs to a dynamic group at `now`. The database answers the same from `rulesWhere`; a property
 * test holds the two together. What is not known of an item is neither in a list nor within a bound.
 */
export function matchesRules(item: RuledItem, rules: Pick<GroupRules, "match" | "conditions">, now: Date): boolean {
  const holds = (condition: GroupCondition) => matchesCondition(item, condition, now);
  return rules.match === "all" ? rules.conditions.every(holds) : rules.conditions.some(holds);
}

function matchesCondition(item: RuledItem, condition: GroupCondition, now: Date): boolean {
  switch (condition.field) {
    case "type":
      return isIn(item.type, condition);
    case "status":
      return isIn(item.status, condition);
    case "language":
      return isIn(item.language, condition);
    case "channel":
      return isIn(item.channelId, condition);
    case "series":
      return isIn(item.seriesId, condition);
    case "tag":
      return overlaps(item.tags, condition);
    case "genre":
      return overlaps(item.genres, condition);
    case "ageRating":
      return overlaps(item.ageRatings, condition);
    case "durationSeconds":
      return isWithin(item.durationMs === null ? null : item.durationMs / 1000, condition);
    case "productionYear":
      return isWithin(item.productionYear, condition);
    case "title":
      return searchTitle(item.title).includes(searchTitle(condition.value)) === (condition.op === "contains");
    case "createdAt":
      return condition.op === "after"
        ? item.createdAt.getTime() >= Date.parse(condition.value)
        : item.createdAt.getTime() < Date.parse(condition.value);
    case "addedWithinDays":
      return item.createdAt.getTime() >= now.getTime() - condition.value * DAY_MS;
  }
}

function isIn(value: string | null, { op, values }: { op: "in" | "not_in"; values: readonly string[] }): boolean {
  return (value !== null && values.includes(value)) === (op === "in");
}

function overlaps(
  labels: readonly string[],
  { op, values }: { op: "any_of" | "all_of" | "none_of"; values: readonly string[] },
): boolean {
  if (op === "all_of") return values.every((value) => labels.includes(value));
  return values.some((value) => labels.includes(value)) === (op === "any_of");
}

function isWithin(value: number | null, { op, value: limit }: { op: "at_least" | "at_most"; value: number }): boolean {
  if (value === null) return false;
  return op === "at_least" ? value >= limit : value <= limit;
}
