"use client";

import { useEffect, useRef } from "react";

const TYPING = "input:not([type=checkbox]), textarea, select, video, [contenteditable], [role=menu], [role=slider]";

interface ReviewKeys {
  onStep: (step: -1 | 1) => void;
  onApprove: () => void;
  onBlock: () => void;
  onSelect: () => void;
}

/** The keys of the queue: ↓ and ↑ (or j and k) go through it, "a" approves, "b" blocks, "x" selects. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("dialog:modal")) return;
      const act = actOf(event.key, latest.current);
      if (!act || (event.target instanceof Element && event.target.closest(TYPING))) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function actOf(key: string, { onStep, onApprove, onBlock, onSelect }: ReviewKeys): (() => void) | null {
  if (key === "ArrowDown" || key === "j") return () => onStep(1);
  if (key === "ArrowUp" || key === "k") return () => onStep(-1);
  if (key === "a") return onApprove;
  if (key === "b") return onBlock;
  return key === "x" ? onSelect : null;
}
