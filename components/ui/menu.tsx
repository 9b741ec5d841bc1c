"use client";

import { createContext, type ReactNode, useContext, useId, useState } from "react";
import { AsChild } from "./as-child";
import { later } from "./later";
import type { Placement } from "./place-beside";

const MenuList = later(() => import("./menu-list").then((module) => module.MenuList));

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  /** Called when somebody is near the button, so that entries which come later are there in time. */
  onNear?: () => void;
  align?: Placement["align"];
  children: ReactNode;
}

const CloseMenu = createContext<() => void>(() => {});

/** For entries: closes the menu they stand in. */
export const useCloseMenu = () => useContext(CloseMenu);

/** A list of verbs and choices under a button. Arrows, Home, End and letters move; Escape closes. */
export function Menu({ trigger, onNear, align = "end", children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();

  function prepare() {
    MenuList.prepare();
    onNear?.();
  }
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
        onPointerEnter={prepare}
        onFocus={prepare}
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
