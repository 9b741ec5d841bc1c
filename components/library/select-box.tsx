"use client";

import { cn } from "@/components/ui/cn";
import type { ContentItem } from "@/core/content/contract";
import { isContainer } from "./type-words";

interface SelectBoxProps {
  item: ContentItem;
  isSelected: boolean;
  /** `isRange`: with Shift, everything up to here. */
  onToggle: (id: string, isRange: boolean) => void;
  className?: string;
}

/** Above the press area of its row, and wide enough for a finger. */
export function SelectBox({ item, isSelected, onToggle, className }: SelectBoxProps) {
  // A series plays nothing, so no group and no schedule can use it.
  if (isContainer(item)) return null;
  return (
    <label className={cn("relative z-1 -m-2 flex w-fit cursor-pointer p-2", className)}>
      <input
        type="checkbox"
        aria-label={`Select ${item.title}`}
        className="block size-4 accent-accent"
        checked={isSelected}
        onChange={(event) => onToggle(item.id, (event.nativeEvent as MouseEvent).shiftKey === true)}
      />
    </label>
  );
}
