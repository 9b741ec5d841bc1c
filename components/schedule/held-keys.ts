import { clockText } from "@/core/schedule/grid-text";
import { rowIndexOf } from "@/core/schedule/guide-rows";
import type { BlockEnd } from "@/core/schedule/resize-block";
import type { Held } from "./ground";
import type { GuideBlock } from "./guide-block";
import type { GuideHands } from "./guide-hands";
import { holdEnd, holdExactly, judged } from "./hold";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const MARK_MS = 300_000;

/** Takes hold of a block, of one of its ends or of a copy, so that the arrows move it. */
export function grabByKey(hands: GuideHands, block: GuideBlock, how: "move" | "copy", end: BlockEnd | null): void {
  const { store, ground, actions, isLocked } = hands;
  if (how === "move" && isLocked(block) && end !== "end") {
    sayLocked(hands, block);
    return;
  }
  const all = store.state.selected.has(block.id) ? actions.selection() : [block];
  const blocks = end ? [block] : all.filter((one) => how === "copy" || !isLocked(one));
  const held: Held = {
    how: end ? "resize" : how,
    by: "keys",
    end,
    lead: block,
    before: how === "copy" ? [] : blocks,
    after: blocks,
    hint: null,
    refusal: null,
  };
  store.set({ held: judged(ground.current, held), refusal: null, caret: null });
  const many = blocks.length > 1 ? ` and ${blocks.length - 1} more` : "";
  const verb = end
    ? `The ${end} of ${block.title} is held`
    : how === "copy"
      ? `A copy of ${block.title}${many} is held`
      : `${block.title}${many} grabbed`;
  actions.announce(`${verb}. Move it with the arrow keys, drop it with Space, put it back with Escape.`);
}

export function sayLocked({ actions }: GuideHands, block: GuideBlock): void {
  actions.announce(`${block.title} is locked: it is on air or about to be.`);
}

/** A key while something is held. False where the key is somebody else's. */
export function pressHeld(hands: GuideHands, event: KeyboardEvent, held: Held): boolean {
  const { store, actions } = hands;
  switch (event.key) {
    case "ArrowLeft":
      return move(hands, held, step(held, -1, event), 0);
    case "ArrowRight":
      return move(hands, held, step(held, 1, event), 0);
    case "ArrowUp":
      return move(hands, held, 0, -1);
    case "ArrowDown":
      return move(hands, held, 0, 1);
    case " ":
    case "Enter":
      store.set({ held: null });
      actions.drop(held);
      refocus(hands);
      return true;
    case "Escape":
      store.set({ held: null });
      actions.announce(`${held.lead.title} put back.`);
      return true;
    case "Tab":
      actions.announce(`${held.lead.title} is still held: drop it with Space, put it back with Escape.`);
      return true;
    default:
      return true;
  }
}

function move(hands: GuideHands, held: Held, byMs: number, rowsDown: number): boolean {
  const { ground } = hands;
  const [only] = held.after;
  if (held.end && only) {
    const edgeMs = (held.end === "end" ? only.toMs : only.fromMs) + byMs;
    return show(hands, holdEnd(ground.current, held.lead, held.end, edgeMs, "keys"));
  }
  return show(hands, holdExactly(ground.current, held, byMs, rowsDown));
}

function show(hands: GuideHands, held: Held): boolean {
  const { store, ground, actions, onReveal, zoneOf } = hands;
  store.set({ held });
  const lead = leadOf(held);
  if (!lead) return true;
  const row = rowIndexOf(ground.current.rows, lead.channelId, lead.fromMs);
  if (row >= 0) onReveal(row, lead);
  const zone = zoneOf(lead.channelId);
  const taken = { overlap: ", taken", locked: ", too late to change" };
  const span = `${clockText(lead.fromMs, zone)} to ${clockText(lead.toMs, zone)}`;
  actions.announce(`${span}${held.refusal ? taken[held.refusal.why] : ""}`);
  return true;
}

/** By a minute; with Shift by a second, with Control to the next five-minute mark. */
function step(held: Held, way: number, event: KeyboardEvent): number {
  if (event.shiftKey) return way * SECOND_MS;
  if (!event.ctrlKey && !event.metaKey) return way * MINUTE_MS;
  const lead = leadOf(held);
  const edgeMs = (held.end === "end" ? lead?.toMs : lead?.fromMs) ?? 0;
  const markMs = way > 0 ? (Math.floor(edgeMs / MARK_MS) + 1) * MARK_MS : (Math.ceil(edgeMs / MARK_MS) - 1) * MARK_MS;
  return markMs - edgeMs;
}

const leadOf = (held: Held) => held.after.find(({ id }) => id === held.lead.id) ?? held.after[0];

/** What was put down has the keyboard's place; a copy is on the guide only once that is drawn anew. */
function refocus({ store, ground, onFocus }: GuideHands): void {
  requestAnimationFrame(() => {
    const { focusedId } = store.state;
    const found = focusedId && [...ground.current.index.values()].flat().find(({ id }) => id === focusedId);
    if (found) onFocus(found);
  });
}
