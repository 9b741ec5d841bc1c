"use client";

import { RotateCcw, Trash2, X } from "lucide-react";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { Channel } from "@/core/channels/contract";
import { GroupMenu, MoveMenu } from "./selection-menus";
import { TagButton } from "./tag-dialog";
import { countText, useBulkEdits } from "./use-bulk-edits";
import type { Selection } from "./use-selection";

interface SelectionBarProps {
  selection: Selection;
  /** How many items the filters leave. */
  matching: number;
  isChoosing: boolean;
  onChooseAll: () => void;
  channels: readonly Channel[];
}

/** What can be done with the items that are ticked. Stays at the lower edge while the list scrolls. */
export function SelectionBar({ selection, matching, isChoosing, onChooseAll, channels }: SelectionBarProps) {
  const { retry, remove } = useBulkEdits();
  const ids = [...selection.ids];
  const count = ids.length;
  const removeAll = () => {
    remove(ids);
    selection.clear();
  };
  useDeleteKey(removeAll);

  return (
    <section
      aria-label="Selected items"
      className="sticky bottom-16 z-20 mx-4 mb-4 flex flex-wrap items-center gap-2 rounded-lg border border-border bg-raised py-2 pr-2 pl-4 shadow-raised md:bottom-4 md:mx-6"
    >
      <p className="font-medium" role="status">
        {count.toLocaleString()} selected
      </p>
      {count < matching && (
        <Button tone="quiet" size="sm" busy={isChoosing} onClick={onChooseAll}>
          Select all {matching.toLocaleString()}
        </Button>
      )}
      <div className="ml-auto flex flex-wrap items-center gap-2">
        <TagButton ids={ids} />
        <GroupMenu ids={ids} onDone={selection.clear} />
        <MoveMenu ids={ids} channels={channels} />
        <IconButton label="Retry what failed" onClick={() => void retry(ids)}>
          <RotateCcw aria-hidden />
        </IconButton>
        <IconButton label={`Delete ${countText(count)}`} shortcut="Del" className="text-danger" onClick={removeAll}>
          <Trash2 aria-hidden />
        </IconButton>
        <IconButton label="Select nothing" onClick={selection.clear}>
          <X aria-hidden />
        </IconButton>
      </div>
    </section>
  );
}

const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable], dialog, [role=menu]";

function useDeleteKey(remove: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Delete" || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      remove();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [remove]);
}
