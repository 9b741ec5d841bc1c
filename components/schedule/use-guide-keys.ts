"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { Ground } from "./ground";
import type { GuideBlock } from "./guide-block";
import type { GuideHands } from "./guide-hands";
import { pressCommand, pressPlain } from "./guide-keys";
import { pressHeld } from "./held-keys";

interface KeysOptions extends GuideHands {
  /** The whole page: undo, redo and the clipboard work anywhere in it. */
  page: RefObject<HTMLElement | null>;
  /** The guide and its bar: here plain keys work too. */
  board: RefObject<HTMLElement | null>;
}

/**
 * The keys of the guide. Arrows go from block to block; Space takes hold, then arrows move by a minute, with Shift by a
 * second, with Control to the next five-minute mark, up and down to the next row; Space puts down, Escape puts back.
 */
export function useGuideKeys(options: KeysOptions): void {
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!press(latest.current, event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function press(options: KeysOptions, event: KeyboardEvent): boolean {
  const { store, ground, page, board } = options;
  const target = event.target as HTMLElement;
  if (target.closest?.("input, select, textarea, [role=menu], dialog")) return false;
  // What had the focus may be gone: then the body has it, and undo is what is wanted most.
  const isOnBoard = board.current?.contains(target) ?? false;
  if (!isOnBoard && target !== document.body && !page.current?.contains(target)) return false;
  const { held } = store.state;
  // While a button of the mouse is down the hand has it, not the keys.
  if (held) return held.by === "keys" && pressHeld(options, event, held);
  const block = blockOf(ground.current, target);
  if (event.ctrlKey || event.metaKey) return pressCommand(options, event, block);
  return isOnBoard && !event.altKey && pressPlain(options, event, block);
}

function blockOf(ground: Ground, target: HTMLElement): GuideBlock | null {
  const id = target.closest<HTMLElement>("[data-block-id]")?.dataset.blockId;
  if (!id) return null;
  for (const line of ground.index.values()) for (const block of line) if (block.id === id) return block;
  return null;
}
