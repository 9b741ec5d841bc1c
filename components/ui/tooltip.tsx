"use client";

import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { AsChild } from "./as-child";
import { Kbd } from "./kbd";
import { type Placement, placeBeside } from "./place-beside";

interface TooltipProps {
  label: ReactNode;
  shortcut?: string;
  side?: Placement["side"];
  children: ReactNode;
}

const FIRST_MS = 450;
/** Whoever just read one is looking for another: it comes at once. */
const STILL_READING_MS = 300;
let lastClosedAt = 0;

/** A few words about the control it wraps. Never the only place where something is said. */
export function Tooltip({ label, shortcut, side = "bottom", children }: TooltipProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  useEffect(() => () => clearTimeout(timer.current), []);

  function open(element: HTMLElement, waitMs: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(element), waitMs);
  }
  function close() {
    clearTimeout(timer.current);
    if (anchor) lastClosedAt = Date.now();
    setAnchor(null);
  }

  return (
    <>
      <AsChild
        aria-describedby={anchor ? id : undefined}
        onPointerEnter={(event: React.PointerEvent<HTMLElement>) => {
          if (event.pointerType === "touch") return;
          open(event.currentTarget, Date.now() - lastClosedAt < STILL_READING_MS ? 0 : FIRST_MS);
        }}
        onPointerLeave={close}
        onPointerDown={close}
        onFocus={(event: React.FocusEvent<HTMLElement>) => {
          if (event.currentTarget.matches(":focus-visible")) open(event.currentTarget, FIRST_MS);
        }}
        onBlur={close}
        onKeyDown={(event: React.KeyboardEvent) => event.key === "Escape" && close()}
      >
        {children}
      </AsChild>
      {anchor && (
        <Bubble id={id} anchor={anchor} side={side}>
          {label}
          {shortcut && <Kbd>{shortcut}</Kbd>}
        </Bubble>
      )}
    </>
  );
}

interface BubbleProps extends Required<Pick<TooltipProps, "side" | "children">> {
  id: string;
  anchor: HTMLElement;
}

/** In the browser's top layer, so that no scrolling box cuts it and no dialog covers it. */
function Bubble({ id, anchor, side, children }: BubbleProps) {
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
      {children}
    </span>
  );
}
