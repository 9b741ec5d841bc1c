import { describe, expect, test } from "vitest";
import { RULES, type RuleId } from "./rules";
import { findingsOf } from "./testing/evening";
import { type Mutant, STATIC_MUTANTS } from "./testing/mutants";
import { MUTANTS_OF_DELIVERY, MUTANTS_OF_FILES, MUTANTS_OF_MASTER } from "./testing/mutants-of-delivery";
import { MUTANTS_BETWEEN_RENDITIONS, MUTANTS_OVER_TIME } from "./testing/mutants-over-time";

const KINDS: Record<string, Mutant[]> = {
  "in one playlist": STATIC_MUTANTS,
  "between two fetches": MUTANTS_OVER_TIME,
  "between renditions": MUTANTS_BETWEEN_RENDITIONS,
  "in the master playlist": MUTANTS_OF_MASTER,
  "in delivery": MUTANTS_OF_DELIVERY,
  "in files": MUTANTS_OF_FILES,
};

describe.each(Object.entries(KINDS))("a fault %s is named", (_, mutants) => {
  test.each(mutants.map((mutant) => [RULES[mutant.rule].clause, mutant.fault, mutant] as const))(
    "%s: %s",
    (clause, _fault, { rule, reply }) => {
      const findings = findingsOf(reply);
      expect(findings.map((finding) => finding.rule)).toContain(rule);
      expect(findings.find((finding) => finding.rule === rule)).toMatchObject({ clause, message: RULES[rule].says });
    },
  );
});

test("every rule has a fault that it names", () => {
  const proven = new Set(Object.values(KINDS).flatMap((mutants) => mutants.map(({ rule }) => rule)));
  expect((Object.keys(RULES) as RuleId[]).filter((rule) => !proven.has(rule))).toEqual([]);
});
