"use client";

import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import type { GuideBlock } from "./guide-block";
import { type Ground, type Held, holdBlock, holdExactly } from "./held";

const MINUTE_MS = 60_000;
/** A nudge is carried out this long after the last key; a block grabbed with Space waits for ever. */
const SETTLE_MS = 1000;

interface KeyboardMoveOptions {
  ground: Ground;
  onDrop: (held: Held) => void;
  onOpen: (block: GuideBlock) => void;
  onRemove: (block: GuideBlock) => void;
  onStep: (held: Held) => void;
  announce: (text: string) => void;
  isLocked: (block: GuideBlock) => boolean;
}

/**
 * The keys of a block: arrows nudge by a minute (with Shift by a second), Space grabs and drops, Enter opens or
 * drops, Escape puts back, Delete removes.
 */
export function useKeyboardMove(options: KeyboardMoveOptions) {
  const [held, setHeld] = useState<Held | null>(null);
  const current = useRef<Held | null>(null);
  const latest = useRef(options);
  latest.current = options;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isGrabbed = useRef(false);

  const hold = useCallback((next: Held | null) => {
    current.current = next;
    setHeld(next);
  }, []);
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    const last = current.current;
    isGrabbed.current = false;
    hold(null);
    if (last?.holding.what === "block" && last.snap.startMs !== last.holding.block.fromMs) latest.current.onDrop(last);
  }, [hold]);
  const putBack = useCallback(() => {
    if (!current.current) return;
    clearTimeout(timer.current);
    isGrabbed.current = false;
    latest.current.announce(`${current.current.holding.title} put back.`);
    hold(null);
  }, [hold]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onKeyDown = useCallback(
    (event: KeyboardEvent, block: GuideBlock) => {
      const { ground, announce, onOpen, onRemove, onStep, isLocked } = latest.current;
      const isHolding = current.current !== null;
      const refuse = () => announce(`${block.title} is locked: it is on air or about to be.`);
      switch (event.key) {
        case "ArrowLeft":
        case "ArrowRight": {
          if (event.altKey || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          if (isLocked(block)) return refuse();
          const stepMs = (event.shiftKey ? 1000 : MINUTE_MS) * (event.key === "ArrowLeft" ? -1 : 1);
          const fromMs = current.current?.snap.startMs ?? block.fromMs;
          const next = holdExactly(ground, holdBlock(block), fromMs + stepMs);
          hold(next);
          onStep(next);
          clearTimeout(timer.current);
          if (!isGrabbed.current) timer.current = setTimeout(drop, SETTLE_MS);
          return;
        }
        case " ":
          event.preventDefault();
          if (isHolding) return drop();
          if (isLocked(block)) return refuse();
          isGrabbed.current = true;
          hold(holdExactly(ground, holdBlock(block), block.fromMs));
          announce(`${block.title} grabbed. Move it with the arrow keys, drop it with Space, put it back with Escape.`);
          return;
        case "Enter":
          event.preventDefault();
          if (isHolding) drop();
          else onOpen(block);
          return;
        case "Escape":
          if (isHolding) event.stopPropagation();
          putBack();
          return;
        case "Delete":
        case "Backspace":
          event.preventDefault();
          if (isLocked(block)) return refuse();
          onRemove(block);
          return;
      }
    },
    [drop, hold, putBack],
  );
  return { held, onKeyDown, putBack };
}
