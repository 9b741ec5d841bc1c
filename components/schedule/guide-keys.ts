import { clockText, lengthText } from "@/core/schedule/grid-text";
import { rowIndexOf } from "@/core/schedule/guide-rows";
import { blockTowards, type Direction } from "./block-towards";
import type { GuideBlock } from "./guide-block";
import { gapAt, gapTowards } from "./guide-gaps";
import type { GuideHands } from "./guide-hands";
import { grabByKey, sayLocked } from "./held-keys";

const DIRECTIONS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
};

/** Control or ⌘ and a key, anywhere on the page. False where the key is somebody else's. */
export function pressCommand(hands: GuideHands, event: KeyboardEvent, block: GuideBlock | null): boolean {
  const { actions } = hands;
  const key = event.key.toLowerCase();
  if (key === "z") {
    if (event.shiftKey) actions.redo();
    else actions.undo();
  } else if (key === "y") actions.redo();
  else if (key === "a") selectAll(hands);
  else if (key === "c") actions.copy(actions.selection());
  else if (key === "x") actions.cut(unlocked(hands, actions.selection()));
  else if (key === "v") actions.paste(hands.target());
  else if (key === "d" && block) grabByKey(hands, block, "copy", null);
  else if (event.key === " " && block) toggle(hands, block);
  else return false;
  return true;
}

/** A plain key on the guide or its bar. */
export function pressPlain(hands: GuideHands, event: KeyboardEvent, block: GuideBlock | null): boolean {
  const { store, ground, actions } = hands;
  const towards = DIRECTIONS[event.key];
  if (towards) return go(hands, towards, block, event.shiftKey);
  switch (event.key) {
    case "+":
    case "=":
      hands.onZoom(1);
      return true;
    case "-":
      hands.onZoom(-1);
      return true;
    case "n":
      hands.onNow();
      return true;
    case "r":
      hands.onRipple();
      return true;
    case "b":
      hands.onAdBreak();
      return true;
    case ".":
    case ",":
      toGap(hands, event.key === "." ? 1 : -1);
      return true;
    case "f":
      fillGap(hands);
      return true;
    case "Escape":
      if (store.state.selected.size === 0 && !store.state.refusal && !store.state.caret) return false;
      store.set({ selected: new Set(), refusal: null, caret: null });
      return true;
    case "Delete":
    case "Backspace": {
      const blocks = unlocked(hands, actions.selection());
      const next = block && blockTowards(ground.current, block, "right");
      if (actions.remove(blocks, event.shiftKey || ground.current.isRipple) && next) hands.onFocus(next);
      return true;
    }
  }
  return block !== null && pressBlock(hands, event.key, block);
}

function pressBlock(hands: GuideHands, key: string, block: GuideBlock): boolean {
  switch (key) {
    case " ":
      grabByKey(hands, block, "move", null);
      return true;
    case "Enter":
      hands.onOpen(block);
      return true;
    case "]":
      grabByKey(hands, block, "move", "end");
      return true;
    case "[":
      grabByKey(hands, block, "move", "start");
      return true;
    default:
      return false;
  }
}

function go(hands: GuideHands, towards: Direction, from: GuideBlock | null, isMore: boolean): boolean {
  const { store, ground, onFocus } = hands;
  const next = blockTowards(ground.current, from, towards);
  if (!next) return from !== null;
  const chosen = isMore && from ? [...store.state.selected, from.id, next.id] : [next.id];
  store.set({ selected: new Set(chosen), focusedId: next.id, caret: null });
  onFocus(next);
  return true;
}

/** Puts the mark at the beginning of the next gap, where paste, a fill and the bin find it. */
function toGap(hands: GuideHands, way: -1 | 1): void {
  const { store, ground, actions, onReveal, target, zoneOf } = hands;
  const here = target();
  // From a block, the gap that begins where it ends is the next.
  const from = store.state.caret ?? { ...here, atMs: here.atMs - way };
  const gap = gapTowards(ground.current, from, way);
  if (!gap) {
    actions.announce(way > 0 ? "No gap after this." : "No gap before this.");
    return;
  }
  store.set({ caret: { row: gap.row, atMs: gap.fromMs }, selected: new Set(), refusal: null });
  onReveal(gap.row, { fromMs: gap.fromMs, toMs: gap.fromMs + 1 });
  const clock = (ms: number) => clockText(ms, zoneOf(gap.channelId));
  const length = lengthText(gap.toMs - gap.fromMs, true);
  actions.announce(`Gap of ${length}, ${clock(gap.fromMs)} to ${clock(gap.toMs)}. Press F to fill it.`);
}

function fillGap(hands: GuideHands): void {
  const { store, ground, actions, onFill, target } = hands;
  const gap = gapAt(ground.current, store.state.caret ?? target());
  if (gap) onFill(gap);
  else actions.announce("There is no gap here. Press the full stop for the next one.");
}

function selectAll({ store, ground, actions }: GuideHands): void {
  const { rows, index } = ground.current;
  const all = [...index.values()].flat().filter((one) => rowIndexOf(rows, one.channelId, one.fromMs) >= 0);
  store.set({ selected: new Set(all.map(({ id }) => id)) });
  actions.announce(`${all.length} blocks selected.`);
}

function toggle({ store, actions }: GuideHands, block: GuideBlock): void {
  const selected = new Set(store.state.selected);
  if (!selected.delete(block.id)) selected.add(block.id);
  store.set({ selected, focusedId: block.id });
  actions.announce(selected.has(block.id) ? `${block.title} selected.` : `${block.title} no longer selected.`);
}

function unlocked(hands: GuideHands, blocks: readonly GuideBlock[]): GuideBlock[] {
  const free = blocks.filter((one) => !hands.isLocked(one));
  const [first] = blocks;
  if (first && free.length === 0) sayLocked(hands, first);
  return free;
}
