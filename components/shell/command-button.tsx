"use client";

import { Search } from "lucide-react";
import { Kbd } from "@/components/ui/kbd";
import { useCommands } from "./commands-context";

/** The way to the command palette for those who do not know its key yet. */
export function CommandButton() {
  const { open } = useCommands();
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => open("commands")}
      className="flex h-8 shrink-0 items-center gap-2 rounded-md border-border px-2 text-muted text-sm hover:bg-hover hover:text-text lg:w-48 lg:border lg:bg-canvas"
    >
      <Search className="size-4" aria-hidden />
      <span className="sr-only flex-1 text-left lg:not-sr-only">Search or do…</span>
      <span className="hidden lg:inline" aria-hidden>
        <Kbd>Ctrl K</Kbd>
      </span>
    </button>
  );
}
