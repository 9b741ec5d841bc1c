"use client";

import { Check } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { PlayerButton } from "./player-button";

interface PlayerMenuProps {
  label: string;
  icon: ReactNode;
  options: { value: number; label: string; aside?: string }[];
  chosen: number;
  onChoose: (value: number) => void;
}

/** One of several, inside the player: a menu of the page would not be seen in fullscreen. */
export function PlayerMenu({ label, icon, options, chosen, onChoose }: PlayerMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!isOpen) return;
    box.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
    const away = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    event.stopPropagation();
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitemradio"]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Escape" || event.key === "Tab") setOpen(false);
    if (event.key === "Escape") box.current?.querySelector("button")?.focus();
    if (event.key === "ArrowDown") items[(at + 1) % items.length]?.focus();
    if (event.key === "ArrowUp") items.at(at <= 0 ? -1 : at - 1)?.focus();
    if (event.key.startsWith("Arrow")) event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the keys of the menu inside.
    <div ref={box} className="relative" onKeyDown={onKeyDown}>
      <PlayerButton
        label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {icon}
      </PlayerButton>
      {isOpen && (
        <div
          id={id}
          role="menu"
          aria-label={label}
          className="absolute right-0 bottom-11 max-h-52 min-w-36 overflow-y-auto rounded-md bg-black/85 p-1 text-sm text-white backdrop-blur-sm"
        >
          {options.map((option) => (
            <button
              key={option.value}
              type="button"
              role="menuitemradio"
              aria-checked={option.value === chosen}
              className="flex h-8 w-full items-center gap-2 rounded-sm px-2 text-left hover:bg-white/15 focus-visible:bg-white/15 focus-visible:outline-white"
              onClick={() => {
                onChoose(option.value);
                setOpen(false);
                box.current?.querySelector("button")?.focus();
              }}
            >
              <Check className={option.value === chosen ? "size-4" : "invisible size-4"} aria-hidden />
              <span className="flex-1 whitespace-nowrap">{option.label}</span>
              {option.aside && <span className="times whitespace-nowrap text-white/70 text-xs">{option.aside}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
