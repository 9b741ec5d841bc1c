"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { menuTarget } from "./menu-keys";
import { type Placement, placeBeside } from "./place-beside";

interface MenuListProps {
  id: string;
  anchor: HTMLElement;
  align: Placement["align"];
  onClose: () => void;
  /** The focus went elsewhere, so it must not be taken back. */
  onLeave: () => void;
  children: ReactNode;
}

/** The entries of a `Menu` that is open. */
export function MenuList({ id, anchor, align, onClose, onLeave, children }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const place = () => {
      const { left, top } = placeBeside(
        anchor.getBoundingClientRect(),
        element.getBoundingClientRect(),
        { width: window.innerWidth, height: window.innerHeight },
        { side: "bottom", align },
      );
      element.style.left = `${left}px`;
      element.style.top = `${top}px`;
    };
    element.showPopover();
    place();
    element.focus();
    // Entries may come after their list.
    const observer = new ResizeObserver(place);
    observer.observe(element);
    return () => observer.disconnect();
  }, [anchor, align]);

  useEffect(() => {
    const leave = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!list.current?.contains(target) && !anchor.contains(target)) onLeave();
    };
    document.addEventListener("pointerdown", leave, true);
    window.addEventListener("resize", onLeave);
    return () => {
      document.removeEventListener("pointerdown", leave, true);
      window.removeEventListener("resize", onLeave);
    };
  }, [anchor, onLeave]);

  function press(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === "Escape") {
      // The panel or dialog around it must not take this press for its own.
      event.preventDefault();
      event.stopPropagation();
      return onClose();
    }
    if (event.key === "Tab") return onLeave();
    const entries = [
      ...event.currentTarget.querySelectorAll<HTMLElement>("[role^=menuitem]:not([aria-disabled=true])"),
    ];
    const labels = entries.map((entry) => entry.textContent ?? "");
    const target = menuTarget(event.key, entries.indexOf(document.activeElement as HTMLElement), labels);
    if (target === null || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    entries[target]?.focus();
  }

  return (
    <div
      ref={list}
      id={id}
      role="menu"
      tabIndex={-1}
      popover="manual"
      onKeyDown={press}
      className="fixed inset-auto m-0 max-h-[calc(100dvh-1rem)] min-w-48 overflow-y-auto rounded-md border border-border bg-raised p-1 text-base text-text shadow-raised outline-none open:animate-enter"
    >
      {children}
    </div>
  );
}
