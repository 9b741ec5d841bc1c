"use client";

import { type RefObject, useEffect, useRef } from "react";
import { clockText } from "@/core/schedule/grid-text";
import { rowIndexOf } from "@/core/schedule/guide-rows";
import type { BlockEnd } from "@/core/schedule/resize-block";
import { blockTowards, type Direction } from "./block-towards";
import type { Ground, Held } from "./ground";
import type { GuideBlock } from "./guide-block";
import type { Caret, GroundNow, GuideStore } from "./guide-store";
import { holdEnd, holdExactly, judged } from "./hold";
import type { GuideActions } from "./use-guide-actions";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const MARK_MS = 300_000;

interface KeysOptions {
  /** The whole page: undo, redo and the clipboard work anywhere in it. */
  page: RefObject<HTMLElement | null>;
  /** The guide and its bar: here plain keys work too. */
  board: RefObject<HTMLElement | null>;
  store: GuideStore;
  ground: GroundNow;
  actions: GuideActions;
  isLocked: (block: GuideBlock) => boolean;
  zoneOf: (channelId: string) => string;
  onOpen: (block: GuideBlock) => void;
  onFocus: (block: GuideBlock) => void;
  onReveal: (block: GuideBlock) => void;
  onZoom: (step: -1 | 1) => void;
  onNow: () => void;
  onRipple: () => void;
  pasteTarget: () => Caret;
}

/**
 * The keys of the guide. Arrows go from block to block; Space takes hold, then arrows move by a minute, with Shift by a
 * second, with Control to the next five-minute mark, up and down to the next row; Space puts down, Escape puts back.
 */
export function useGuideKeys(options: KeysOptions): void {
  const latest = useRef(options);
  latest.current = options;
  /** The end that is held, where it is an end. */
  const heldEnd = useRef<BlockEnd | null>(null);

  const newest = useRef(press);
  newest.current = press;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => newest.current(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  function press(event: KeyboardEvent): void {
    const { store, ground, actions, page, board } = latest.current;
    const target = event.target as HTMLElement;
    if (target.closest?.("input, select, textarea, [role=menu], dialog")) return;
    // What had the focus may be gone: then the body has it, and undo is what is wanted most.
    const isOnBoard = board.current?.contains(target) ?? false;
    if (!isOnBoard && target !== document.body && !page.current?.contains(target)) return;
    const block = blockOf(ground.current, target);
    const isCommand = event.ctrlKey || event.metaKey;
    const { held } = store.state;
    const handled =
      (held && !isPointerHeld(held) && holdKey(event, held)) ||
      (isCommand ? commandKey(event, block) : isOnBoard && plainKey(event, block));
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();

    function holdKey(event: KeyboardEvent, held: Held): boolean {
      const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (way) return move(held, step(held, way, event), 0);
      if (event.key === "ArrowUp" || event.key === "ArrowDown") return move(held, 0, event.key === "ArrowUp" ? -1 : 1);
      if (event.key === " " || event.key === "Enter") {
        store.set({ held: null });
        if (held.refusal) actions.announce("It cannot stand there; nothing was changed.");
        actions.drop(held);
        refocus();
        return true;
      }
      if (event.key !== "Escape") return event.key !== "Tab";
      store.set({ held: null });
      actions.announce(`${held.lead.title} put back.`);
      return true;
    }

    function move(held: Held, byMs: number, rowsDown: number): boolean {
      const end = heldEnd.current;
      const [only] = held.after;
      if (held.how === "resize" && end && only) {
        const edgeMs = (end === "end" ? only.toMs : only.fromMs) + byMs;
        return show(holdEnd(ground.current, held.lead, end, edgeMs, true));
      }
      return show(holdExactly(ground.current, held, byMs, rowsDown));
    }

    function show(held: Held): boolean {
      store.set({ held });
      const lead = held.after.find(({ id }) => id === held.lead.id) ?? held.after[0];
      if (!lead) return true;
      latest.current.onReveal(lead);
      const zone = latest.current.zoneOf(lead.channelId);
      const taken = { overlap: ", taken", locked: ", too late to change" };
      actions.announce(
        `${clockText(lead.fromMs, zone)} to ${clockText(lead.toMs, zone)}${held.refusal ? taken[held.refusal.why] : ""}`,
      );
      return true;
    }

    function grab(block: GuideBlock, how: "move" | "copy", end: BlockEnd | null): boolean {
      const { isLocked } = latest.current;
      if (how === "move" && isLocked(block) && end !== "end") {
        actions.announce(`${block.title} is locked: it is on air or about to be.`);
        return true;
      }
      heldEnd.current = end;
      const all = store.state.selected.has(block.id) ? actions.selection() : [block];
      const blocks = end ? [block] : all.filter((one) => how === "copy" || !isLocked(one));
      const before = how === "copy" ? [] : blocks;
      const held = {
        how: end ? ("resize" as const) : how,
        lead: block,
        before,
        after: blocks,
        hint: null,
        refusal: null,
      };
      store.set({ held: judged(ground.current, held), refusal: null });
      const verb = end
        ? `The ${end} of ${block.title} is held`
        : how === "copy"
          ? "A copy is held"
          : `${block.title} grabbed`;
      actions.announce(`${verb}. Move it with the arrow keys, drop it with Space, put it back with Escape.`);
      return true;
    }

    function commandKey(event: KeyboardEvent, block: GuideBlock | null): boolean {
      const key = event.key.toLowerCase();
      if (key === "z") {
        if (event.shiftKey) actions.redo();
        else actions.undo();
      } else if (key === "y") actions.redo();
      else if (key === "a") selectAll();
      else if (key === "c") actions.copy(actions.selection());
      else if (key === "x") actions.cut(unlocked(actions.selection()));
      else if (key === "v") actions.paste(latest.current.pasteTarget());
      else if (key === "d" && block) grab(block, "copy", null);
      else if (event.key === " " && block) toggle(block);
      else return false;
      return true;
    }

    function plainKey(event: KeyboardEvent, block: GuideBlock | null): boolean {
      const towards = DIRECTIONS[event.key];
      if (towards) return go(towards, block, event.shiftKey);
      switch (event.key) {
        case "+":
        case "=":
          latest.current.onZoom(1);
          return true;
        case "-":
          latest.current.onZoom(-1);
          return true;
        case "n":
          latest.current.onNow();
          return true;
        case "r":
          latest.current.onRipple();
          return true;
        case "Escape":
          if (store.state.selected.size === 0 && !store.state.refusal) return false;
          store.set({ selected: new Set(), refusal: null, caret: null });
          return true;
        case "Delete":
        case "Backspace": {
          const blocks = unlocked(actions.selection());
          const next = block && blockTowards(ground.current, block, "right");
          if (actions.remove(blocks, event.shiftKey || ground.current.isRipple) && next) latest.current.onFocus(next);
          return true;
        }
      }
      if (!block) return false;
      switch (event.key) {
        case " ":
          return grab(block, "move", null);
        case "Enter":
          latest.current.onOpen(block);
          return true;
        case "]":
          return grab(block, "move", "end");
        case "[":
          return grab(block, "move", "start");
        default:
          return false;
      }
    }

    function go(towards: Direction, from: GuideBlock | null, extends_: boolean): boolean {
      const next = blockTowards(ground.current, from, towards);
      if (!next) return from !== null;
      const { selected } = store.state;
      const chosen = extends_ && from ? [...selected, from.id, next.id] : [next.id];
      store.set({ selected: new Set(chosen), focusedId: next.id, caret: null });
      latest.current.onFocus(next);
      return true;
    }

    function selectAll(): void {
      const { rows, index } = ground.current;
      const all = [...index.values()].flat().filter((one) => rowIndexOf(rows, one.channelId, one.fromMs) >= 0);
      store.set({ selected: new Set(all.map(({ id }) => id)) });
      actions.announce(`${all.length} blocks selected.`);
    }

    function toggle(block: GuideBlock): void {
      const selected = new Set(store.state.selected);
      if (!selected.delete(block.id)) selected.add(block.id);
      store.set({ selected, focusedId: block.id });
      actions.announce(selected.has(block.id) ? `${block.title} selected.` : `${block.title} no longer selected.`);
    }

    function unlocked(blocks: readonly GuideBlock[]): GuideBlock[] {
      const free = blocks.filter((one) => !latest.current.isLocked(one));
      const [first] = blocks;
      if (first && free.length === 0) actions.announce(`${first.title} is locked: it is on air or about to be.`);
      return free;
    }

    function refocus(): void {
      const { focusedId } = store.state;
      const found = focusedId ? [...ground.current.index.values()].flat().find(({ id }) => id === focusedId) : null;
      if (found) latest.current.onFocus(found);
    }
  }
}

const DIRECTIONS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
};

/** While a button of the mouse is down the hand has it, not the keys. */
const isPointerHeld = (held: Held) => held.how === "place";

function step(held: Held, way: number, event: KeyboardEvent): number {
  if (event.shiftKey) return way * SECOND_MS;
  if (!event.ctrlKey && !event.metaKey) return way * MINUTE_MS;
  const lead = held.after.find(({ id }) => id === held.lead.id) ?? held.after[0];
  const fromMs = lead?.fromMs ?? 0;
  const markMs = way > 0 ? (Math.floor(fromMs / MARK_MS) + 1) * MARK_MS : (Math.ceil(fromMs / MARK_MS) - 1) * MARK_MS;
  return markMs - fromMs;
}

function blockOf(ground: Ground, target: HTMLElement): GuideBlock | null {
  const id = target.closest<HTMLElement>("[data-block-id]")?.dataset.blockId;
  if (!id) return null;
  for (const line of ground.index.values()) for (const block of line) if (block.id === id) return block;
  return null;
}
