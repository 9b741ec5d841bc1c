import type { Decision, DecisionAction } from "@/core/moderation/contract";

/** The deed after whoever did it: "Grace approved it". */
const DEEDS: Record<DecisionAction, string> = {
  approved: "approved it",
  blocked: "blocked it",
  unblocked: "lifted the block",
  resubmitted: "asked for another look",
  released: "let it go, because moderation was switched off",
};

/** Who did what, as a sentence without its full stop. */
export function decisionWords({ action, moderator }: Pick<Decision, "action" | "moderator">): string {
  if (action === "resubmitted") return `Its owner ${DEEDS.resubmitted}`;
  if (action === "released") return `The installation ${DEEDS.released}`;
  return `${moderator?.name ?? "A former moderator"} ${DEEDS[action]}`;
}

/** What was not decided because somebody else had: "2 were decided about meanwhile". */
export function refusedWords(count: number): string {
  return count === 1 ? "1 was decided about or deleted meanwhile" : `${count} were decided about or deleted meanwhile`;
}
