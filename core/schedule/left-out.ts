import type { LeftOut } from "./contract";

const MESSAGES = {
  clocks_changed: "The clocks change that day, and the hour that is missing left no room for it.",
  occupied: "Something else is on the guide at that time.",
  locked: "That part of the guide is on air or about to be.",
  not_ready: "Its content is gone or not ready.",
  rights: "Its rights do not allow it then.",
  blocked: "A moderator blocked it.",
} as const satisfies Record<LeftOut["reason"], string>;

/** Something that found no place, with the reason in words. */
export function leftOut(what: Omit<LeftOut, "message" | "startsAt"> & { atMs: number }): LeftOut {
  const { title, contentItemId, atMs, reason } = what;
  return { title, contentItemId, startsAt: new Date(atMs).toISOString(), reason, message: MESSAGES[reason] };
}
