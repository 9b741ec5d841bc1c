"use client";

import { createContext, use } from "react";

/** What the keyboard brings up above any page. */
export type Surface = "commands" | "shortcuts" | "new-channel";

interface Commands {
  /** May decide about everybody's content. */
  isModerator: boolean;
  open: (surface: Surface) => void;
}

export const CommandsContext = createContext<Commands | null>(null);

/** Opens the command palette, the sheet of shortcuts or a dialog from anywhere. For components below `CommandProvider`. */
export function useCommands(): Commands {
  const commands = use(CommandsContext);
  if (!commands) throw new Error("useCommands needs a CommandProvider above it");
  return commands;
}
