import type { LucideIcon } from "lucide-react";
import { searchTitle } from "@/core/content/search-title";

/** One line of the command palette. */
export interface PaletteCommand {
  id: string;
  section: string;
  label: string;
  icon: LucideIcon;
  /** Other words that people look for it by. */
  words?: string;
  /** Beside the label: a shortcut, a state. */
  aside?: string;
  /** Only when something was typed: there is one for every channel. */
  isDeep?: boolean;
  run: () => void;
}

/** The commands that hold every word of what was typed, in their order; without case and accents. */
export function matching(commands: readonly PaletteCommand[], typed: string): PaletteCommand[] {
  const wanted = searchTitle(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return commands.filter(({ isDeep }) => !isDeep);
  return commands.filter(({ section, label, words = "" }) => {
    const text = searchTitle(`${section} ${label} ${words}`);
    return wanted.every((word) => text.includes(word));
  });
}
