import type { FillRule } from "@/core/schedule/fill-rule";
import { choiceText, isEmptyChoice, tidyChoice } from "./choice-text";

export const STRATEGY_TEXT = {
  shuffle: "Shuffled",
  sequential: "In order, as a series",
  least_recent: "Longest not shown first",
} as const satisfies Record<FillRule["strategy"], string>;

const IN_WORDS = {
  shuffle: "shuffled, everything once before anything comes again",
  sequential: "in order, from where the guide left off",
  least_recent: "what was shown longest ago first",
} as const satisfies Record<FillRule["strategy"], string>;

/** A rule in words, without the stop at its end. */
export function ruleText(rule: FillRule, nameOfGroup: (id: string) => string | undefined): string {
  const what = isEmptyChoice(rule) ? "everything in the library that is ready" : choiceText(rule, nameOfGroup);
  const apart = rule.avoidRepeatHours ? `, repeats at least ${rule.avoidRepeatHours} h apart where possible` : "";
  const marks = rule.alignToMinutes ? `, starting on marks of ${rule.alignToMinutes} minutes` : "";
  return `${what}, ${IN_WORDS[rule.strategy]}${apart}${marks}`;
}

/** A rule as it is sent: chosen content only where content is to be chosen. */
export function ruleToSend(rule: FillRule, isChosen: boolean): FillRule {
  const { strategy, avoidRepeatHours, alignToMinutes } = rule;
  return {
    strategy,
    ...(avoidRepeatHours && { avoidRepeatHours }),
    ...(alignToMinutes && { alignToMinutes }),
    ...(isChosen && tidyChoice(rule)),
  };
}
