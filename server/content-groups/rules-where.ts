import { DAY_MS, type GroupCondition, type GroupRules } from "@/core/content/group-rules";
import { containsPattern, searchTitle } from "@/core/content/search-title";
import { Prisma } from "@/generated/prisma/client";

/** The rules of a dynamic group as a condition on `content_item`; `matchesRules` says the same of one item. */
export function rulesWhere(rules: Pick<GroupRules, "match" | "conditions">, now: Date): Prisma.Sql {
  const conditions = rules.conditions.map((condition) => Prisma.sql`(${conditionWhere(condition, now)})`);
  return Prisma.sql`(${Prisma.join(conditions, rules.match === "all" ? " AND " : " OR ")})`;
}

const LABELS = {
  tag: Prisma.sql`tags`,
  genre: Prisma.sql`genres`,
  ageRating: Prisma.sql`age_ratings`,
} as const;

function conditionWhere(condition: GroupCondition, now: Date): Prisma.Sql {
  switch (condition.field) {
    case "type":
      return isIn(Prisma.sql`type::text`, condition);
    case "status":
      return isIn(Prisma.sql`status::text`, condition);
    case "language":
      return isIn(Prisma.sql`language`, condition);
    case "channel":
      return isIn(Prisma.sql`channel_id::text`, condition);
    case "series":
      return isIn(Prisma.sql`series_id::text`, condition);
    case "tag":
    case "genre":
    case "ageRating":
      return overlaps(LABELS[condition.field], condition);
    case "durationSeconds":
      return isWithin(Prisma.sql`duration_ms / 1000.0::float8`, condition);
    case "productionYear":
      return isWithin(Prisma.sql`production_year`, condition);
    case "title": {
      const pattern = containsPattern(searchTitle(condition.value));
      return condition.op === "contains"
        ? Prisma.sql`search_title LIKE ${pattern}`
        : Prisma.sql`search_title NOT LIKE ${pattern}`;
    }
    case "createdAt": {
      const at = new Date(condition.value);
      return condition.op === "after" ? Prisma.sql`created_at >= ${at}` : Prisma.sql`created_at < ${at}`;
    }
    case "addedWithinDays":
      return Prisma.sql`created_at >= ${new Date(now.getTime() - condition.value * DAY_MS)}`;
  }
}

/** `coalesce`, because a column without a value is in no list and so "not in" every one. */
function isIn(column: Prisma.Sql, { op, values }: { op: "in" | "not_in"; values: readonly string[] }): Prisma.Sql {
  const found = Prisma.sql`coalesce(${column} = ANY(${[...values]}::text[]), false)`;
  return op === "in" ? found : Prisma.sql`NOT ${found}`;
}

function overlaps(
  column: Prisma.Sql,
  { op, values }: { op: "any_of" | "all_of" | "none_of"; values: readonly string[] },
): Prisma.Sql {
  const labels = Prisma.sql`${[...values]}::text[]`;
  if (op === "all_of") return Prisma.sql`${column} @> ${labels}`;
  return op === "any_of" ? Prisma.sql`${column} && ${labels}` : Prisma.sql`NOT ${column} && ${labels}`;
}

function isWithin(column: Prisma.Sql, { op, value }: { op: "at_least" | "at_most"; value: number }): Prisma.Sql {
  const within =
    op === "at_least" ? Prisma.sql`${column} >= ${value}::float8` : Prisma.sql`${column} <= ${value}::float8`;
  return Prisma.sql`coalesce(${within}, false)`;
}
