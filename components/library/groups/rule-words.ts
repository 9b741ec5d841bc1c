import type { GroupCondition, GroupRules } from "@/core/content/group-rules";

export type RuleField = GroupCondition["field"];

/** What a condition takes: words of a list, words one writes, a number, a text or a day. */
export type RuleInput = "options" | "labels" | "number" | "text" | "date";

interface FieldWords {
  label: string;
  input: RuleInput;
  /** The comparisons of the field, in words. */
  ops: Record<string, string>;
  /** What stands behind a number. */
  unit?: string;
}

const ONE_OF = { in: "is one of", not_in: "is none of" };
const OVERLAP = { any_of: "has any of", all_of: "has all of", none_of: "has none of" };
const BOUND = { at_least: "at least", at_most: "at most" };

/** The conditions of a dynamic group in a creator's words, in the order in which they are offered. */
export const RULE_WORDS: Record<RuleField, FieldWords> = {
  type: { label: "Type", input: "options", ops: ONE_OF },
  tag: { label: "Tags", input: "labels", ops: OVERLAP },
  genre: { label: "Genres", input: "labels", ops: OVERLAP },
  durationSeconds: { label: "Duration", input: "number", ops: BOUND, unit: "minutes" },
  addedWithinDays: { label: "Added", input: "number", ops: { at_most: "in the last" }, unit: "days" },
  createdAt: { label: "Date added", input: "date", ops: { after: "on or after", before: "before" } },
  language: { label: "Language", input: "options", ops: ONE_OF },
  productionYear: { label: "Production year", input: "number", ops: BOUND },
  title: { label: "Title", input: "text", ops: { contains: "contains", not_contains: "does not contain" } },
  ageRating: { label: "Age ratings", input: "labels", ops: OVERLAP },
  status: { label: "Status", input: "options", ops: ONE_OF },
  channel: { label: "Channel", input: "options", ops: ONE_OF },
  series: { label: "Series", input: "options", ops: ONE_OF },
};

export const ORDER_WORDS: Record<GroupRules["order"], string> = {
  oldest: "Oldest first",
  newest: "Newest first",
  title: "By title",
  episode: "By season and episode",
};

/** Rules of a group that was just made. */
export const NEW_RULES: GroupRules = {
  match: "all",
  conditions: [{ field: "type", op: "in", values: ["movie"] }],
  order: "oldest",
};

/** A condition that is about to be filled in. */
export interface RuleDraft {
  /** Of this browser only: keeps a row's input when rows above it go. */
  key: string;
  field: RuleField;
  op: string;
  values: string[];
  value: string;
}

let drafts = 0;

export function emptyDraft(field: RuleField): RuleDraft {
  return { key: `rule-${drafts++}`, field, op: Object.keys(RULE_WORDS[field].ops)[0] ?? "", values: [], value: "" };
}

export function draftOf(condition: GroupCondition): RuleDraft {
  const draft = { ...emptyDraft(condition.field), op: condition.op };
  if ("values" in condition) return { ...draft, values: [...condition.values] };
  if (condition.field === "durationSeconds") return { ...draft, value: String(condition.value / 60) };
  if (condition.field === "createdAt") return { ...draft, value: condition.value.slice(0, 10) };
  return { ...draft, value: String(condition.value) };
}

/** The condition that a draft says; null while something is missing. */
export function conditionOf({ field, op, values, value }: RuleDraft): GroupCondition | null {
  const { input } = RULE_WORDS[field];
  const text = value.trim();
  if (input === "options" || input === "labels") {
    return values.length > 0 ? ({ field, op, values } as GroupCondition) : null;
  }
  if (text === "") return null;
  if (input === "text") return { field, op, value: text } as GroupCondition;
  if (input === "date") return { field, op, value: `${text}T00:00:00.000Z` } as GroupCondition;
  const number = Number(text.replace(",", "."));
  if (!Number.isFinite(number)) return null;
  return { field, op, value: field === "durationSeconds" ? number * 60 : Math.round(number) } as GroupCondition;
}
