"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { AsChild } from "./as-child";
import { later } from "./later";
import type { Placement } from "./place-beside";

/** Silent: nobody misses words about a control that says itself what it is. */
const Bubble = later(() => import("./tooltip-bubble").then((module) => module.TooltipBubble), { isSilent: true });

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
    Bubble.prepare();
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
      {anchor && <Bubble id={id} anchor={anchor} side={side} label={label} shortcut={shortcut} />}
    </>
  );
}
