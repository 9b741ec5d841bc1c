"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { Kbd } from "./kbd";
import { type Placement, placeBeside } from "./place-beside";

interface TooltipBubbleProps {
  id: string;
  anchor: HTMLElement;
  side: Placement["side"];
  label: ReactNode;
  shortcut?: string;
}

/** In the browser's top layer, so that no scrolling box cuts it and no dialog covers it. */
export function TooltipBubble({ id, anchor, side, label, shortcut }: TooltipBubbleProps) {
  const bubble = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = bubble.current;
    if (!element) return;
    element.showPopover();
    const { left, top } = placeBeside(
      anchor.getBoundingClientRect(),
      element.getBoundingClientRect(),
      { width: window.innerWidth, height: window.innerHeight },
      { side, align: "center" },
    );
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  }, [anchor, side]);
  return (
    <span
      ref={bubble}
      id={id}
      role="tooltip"
      popover="manual"
      className="pointer-events-none fixed inset-auto m-0 max-w-64 items-center gap-2 rounded-md border border-border bg-raised px-2 py-1 font-normal text-sm text-text shadow-raised open:flex"
    >
      {label}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </span>
  );
}
