import { ApiError } from "@/components/api/client";
import { dayOf } from "@/core/schedule/grid-day";
import type { Refusal } from "@/core/schedule/grid-space";
import { clockText, dayText } from "@/core/schedule/grid-text";
import type { Edit, Refused } from "./edit-queue";
import type { GuideBlock } from "./guide-block";

/** A refused edit, as the guide shows it: in words, with the blocks in the way. */
export interface ShownRefusal {
  message: string;
  conflictIds: string[];
}

function overlapText(conflicts: GuideBlock[], timeZone: string): string {
  const [first, ...others] = conflicts;
  if (!first) return "That time is taken by another block.";
  const span = `${clockText(first.fromMs, timeZone)}–${clockText(first.toMs, timeZone)}`;
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return `“${first.title}” is there (${span})${more}.`;
}

const lockedText = (editableFromMs: number, timeZone: string) =>
  `It is too late to change anything before ${clockText(editableFromMs, timeZone)}.`;

/** Why an edit was not carried out, whoever refused it. */
export function refusedText(edit: Edit, why: Refused, blocks: readonly GuideBlock[], timeZone: string): ShownRefusal {
  if ("error" in why) return refusalOfError(why.error, blocks, timeZone);
  if ("refusal" in why) return refusalShown(why.refusal, blocks, timeZone);
  const names = edit.changes
    .flatMap(({ before, after }) => before ?? after ?? [])
    .flatMap(({ id, title }) => (why.changedIds.includes(id) ? `“${title}”` : []))
    .slice(0, 3);
  const what = edit.takesBack ? `“${edit.label}” was not taken back` : `${edit.label} was not carried out`;
  return {
    message: `${what}: ${names.join(", ") || "it"} was changed elsewhere meanwhile, and that stays.`,
    conflictIds: why.changedIds,
  };
}

/** Refused by this browser, from the blocks it knows. */
export function refusalShown(refusal: Refusal, blocks: readonly GuideBlock[], timeZone: string): ShownRefusal {
  if (refusal.why === "locked") return { message: lockedText(refusal.editableFromMs, timeZone), conflictIds: [] };
  const conflicts = blocks.filter((block) => refusal.conflictIds.includes(block.id));
  return { message: overlapText(conflicts, timeZone), conflictIds: refusal.conflictIds };
}

/** Refused by the server, which may know blocks that this browser has not seen yet. */
export function refusalOfError(error: unknown, blocks: readonly GuideBlock[], timeZone: string): ShownRefusal {
  if (!(error instanceof ApiError)) return { message: "The change could not be saved.", conflictIds: [] };
  if (error.code === "schedule.overlap") {
    const id = String(error.details.conflictingBlockId ?? "");
    return {
      message: overlapText(
        blocks.filter((block) => block.id === id),
        timeZone,
      ),
      conflictIds: [id],
    };
  }
  if (error.code === "schedule.locked" && typeof error.details.editableFrom === "string") {
    return { message: lockedText(Date.parse(error.details.editableFrom), timeZone), conflictIds: [] };
  }
  if (error.code === "resource.not_found") {
    return {
      message: "A block or its content was removed elsewhere meanwhile, so nothing was changed.",
      conflictIds: [],
    };
  }
  if (error.code === "schedule.content_not_schedulable" && error.details.reason === "rights") {
    return { message: rightsText(error.details, timeZone), conflictIds: [] };
  }
  return { message: error.message, conflictIds: [] };
}

/** Until when, or from when, content may be shown, on the channel's clocks. */
function rightsText({ rightsFrom, rightsUntil }: Record<string, unknown>, timeZone: string): string {
  const text = (word: string, instant: unknown) => {
    if (typeof instant !== "string") return "";
    const ms = Date.parse(instant);
    return ` ${word} ${dayText(dayOf(ms, timeZone), "short")}, ${clockText(ms, timeZone, "minutes")}`;
  };
  return `Its rights allow it only${text("from", rightsFrom)}${text("until", rightsUntil)}.`;
}
