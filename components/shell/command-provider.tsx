"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { later } from "@/components/ui/later";
import type { CommandSurface } from "./command-surface";
import { CommandsContext, type Surface } from "./commands-context";
import { navItems } from "./nav-items";

/** Comes with the first press of its key. */
const Surfaces = later(() => import("./command-surface").then((module) => module.CommandSurface));

/** How long a "g" waits for the letter of a place. */
const CHORD_MS = 2000;
const TYPING = "input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable]";

/** The keys that work on every page of the Studio: Ctrl-K or ⌘K, "?", and "g" with the letter of a place. */
export function CommandProvider({ isModerator, children }: { isModerator: boolean; children: ReactNode }) {
  const router = useRouter();
  const [surface, setSurface] = useState<Parameters<typeof CommandSurface>[0]["surface"] | null>(null);
  const open = useCallback((next: Surface) => setSurface(next), []);

  useEffect(() => {
    let isChordUntil = 0;
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented) return;
      const isCommandKey = event.metaKey || event.ctrlKey;
      if (isCommandKey && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setSurface((now) => (now === "commands" ? null : "commands"));
        return;
      }
      if (isCommandKey || event.altKey || document.querySelector("dialog:modal")) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      if (event.key === "?") {
        event.preventDefault();
        setSurface("shortcuts");
      } else if (event.key === "g") {
        isChordUntil = Date.now() + CHORD_MS;
      } else if (Date.now() < isChordUntil) {
        isChordUntil = 0;
        const place = navItems(isModerator).find(({ letter }) => letter === event.key);
        if (place) {
          event.preventDefault();
          router.push(place.href);
        }
      }
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [router, isModerator]);

  const commands = useMemo(() => ({ isModerator, open }), [isModerator, open]);
  return (
    <CommandsContext value={commands}>
      {children}
      {surface && <Surfaces surface={surface} onOpen={open} onClose={() => setSurface(null)} />}
    </CommandsContext>
  );
}
