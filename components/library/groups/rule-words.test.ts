import { expect, test } from "vitest";
import { GroupCondition } from "@/core/content/group-rules";
import { conditionOf, draftOf, emptyDraft, RULE_WORDS, type RuleField } from "./rule-words";

const examples: GroupCondition[] = [
  { field: "type", op: "not_in", values: ["movie"] },
  { field: "tag", op: "all_of", values: ["a", "b"] },
  { field: "durationSeconds", op: "at_most", value: 5400 },
  { field: "addedWithinDays", op: "at_most", value: 7 },
  { field: "createdAt", op: "after", value: "2026-05-01T00:00:00.000Z" },
  { field: "title", op: "contains", value: "late" },
];

test.each(examples)("a condition on $field comes back from its form as it was", (condition) => {
  expect(conditionOf(draftOf(condition))).toEqual(condition);
});

test.each(Object.keys(RULE_WORDS) as RuleField[])(
  "every comparison that is offered for %s is one of the API",
  (field) => {
    const filled = {
      type: ["movie"],
      status: ["ready"],
      channel: [crypto.randomUUID()],
      series: [crypto.randomUUID()],
    };
    const values = (filled as Record<string, string[]>)[field] ?? ["x"];
    for (const op of Object.keys(RULE_WORDS[field].ops)) {
      const value = RULE_WORDS[field].input === "date" ? "2026-05-01" : field === "productionYear" ? "1999" : "5";
      const condition = conditionOf({ ...emptyDraft(field), op, values, value });
      expect(GroupCondition.safeParse(condition).error).toBeUndefined();
    }
  },
);

test("what is not filled in is no condition yet", () => {
  for (const field of Object.keys(RULE_WORDS) as RuleField[]) expect(conditionOf(emptyDraft(field))).toBeNull();
});
