"use client";

import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { AsChild } from "./as-child";
import { menuTarget } from "./menu-keys";
import { type Placement, placeBeside } from "./place-beside";

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  align?: Placement["align"];
  children: ReactNode;
}

const CloseMenu = createContext<() => void>(() => {});

/** For entries: closes the menu they stand in. */
export const useCloseMenu = () => useContext(CloseMenu);

/** A list of verbs and choices under a button. Arrows, Home, End and letters move; Escape closes. */
export function Menu({ trigger, align = "end", children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();

  function close() {
    setOpen(false);
    anchor?.focus();
  }
  return (
    <>
      <AsChild
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        data-state={isOpen ? "open" : "closed"}
        onClick={(event) => {
          setAnchor(event.currentTarget);
          setOpen(!isOpen);
        }}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          setAnchor(event.currentTarget);
          setOpen(true);
        }}
      >
        {trigger}
      </AsChild>
      {isOpen && anchor && (
        <CloseMenu.Provider value={close}>
          <MenuList id={id} anchor={anchor} align={align} onClose={close} onLeave={() => setOpen(false)}>
            {children}
          </MenuList>
        </CloseMenu.Provider>
      )}
    </>
  );
}

interface PointMenuProps {
  /** Where it was asked for, in CSS pixels of the window. */
  at: { x: number; y: number };
  onClose: () => void;
  children: ReactNode;
}

/** The same list at a point of the page: for a press of the right button. The focus goes back where it was. */
export function PointMenu({ at, onClose, children }: PointMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [before] = useState(() => (typeof document === "undefined" ? null : document.activeElement));
  const id = useId();
  function close() {
    onClose();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  }
  return (
    <>
      <span ref={setAnchor} aria-hidden className="fixed size-0" style={{ left: at.x, top: at.y }} />
      {anchor && (
        <CloseMenu.Provider value={close}>
          <MenuList id={id} anchor={anchor} align="start" onClose={close} onLeave={onClose}>
            {children}
          </MenuList>
        </CloseMenu.Provider>
      )}
    </>
  );
}

interface MenuListProps extends Required<Pick<MenuProps, "align" | "children">> {
  id: string;
  anchor: HTMLElement;
  onClose: () => void;
  /** The focus went elsewhere, so it must not be taken back. */
  onLeave: () => void;
}

function MenuList({ id, anchor, align, onClose, onLeave, children }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    element.showPopover();
    const { left, top } = placeBeside(
      anchor.getBoundingClientRect(),
      element.getBoundingClientRect(),
      { width: window.innerWidth, height: window.innerHeight },
      { side: "bottom", align },
    );
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
    element.focus();
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
