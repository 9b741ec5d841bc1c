import { memo } from "react";
import type { Stretch } from "@/core/schedule/gaps";
import { gapsIn } from "@/core/schedule/gaps";
import { lengthText } from "@/core/schedule/grid-text";
import { Kbd } from "../ui/kbd";

interface GuideFooterProps {
  day: Stretch;
  blocks: readonly Stretch[];
  isDraft: boolean;
  isLoading: boolean;
}

/** How full the day is, and the keys that work on it. */
export const GuideFooter = memo(function GuideFooter({ day, blocks, isDraft, isLoading }: GuideFooterProps) {
  if (isLoading) return null;
  const gaps = gapsIn(day, blocks);
  const openMs = gaps.reduce((sum, gap) => sum + gap.toMs - gap.fromMs, 0);
  const plannedMs = day.toMs - day.fromMs - openMs;
  return (
    <div className="flex w-full flex-wrap items-center justify-between gap-x-6 gap-y-1 text-muted text-sm">
      <p className="times">
        {blocks.length === 0
          ? "Nothing is planned for this day yet. Drag content onto the line above."
          : `${lengthText(plannedMs)} planned in ${blocks.length} ${blocks.length === 1 ? "block" : "blocks"}, ${
              openMs > 0 ? `${lengthText(openMs)} open` : "no gaps"
            }`}
        {isDraft && <span className="text-faint"> · The channel is a draft: nothing airs yet</span>}
      </p>
      <p className="hidden items-center gap-1.5 text-faint text-xs xl:flex">
        <Kbd>←</Kbd>
        <Kbd>→</Kbd> one minute
        <span className="w-1.5" />
        <Kbd>Shift</Kbd> to the second
        <span className="w-1.5" />
        <Kbd>Enter</Kbd> details
        <span className="w-1.5" />
        <Kbd>Del</Kbd> remove
      </p>
    </div>
  );
});
