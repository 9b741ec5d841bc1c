import { memo } from "react";
import { gapsIn, type Stretch } from "@/core/schedule/gaps";
import { overlaps } from "@/core/schedule/grid-space";
import { lengthText } from "@/core/schedule/grid-text";
import { Button } from "../ui/button";
import { Kbd } from "../ui/kbd";

interface GuideFooterProps {
  channelName: string;
  day: Stretch;
  blocks: readonly Stretch[];
  isDraft: boolean;
  isLoading: boolean;
  error: Error | null;
  onRetry: () => void;
}

/** How full the day is, and the keys that work on the guide. */
export const GuideFooter = memo(function GuideFooter(props: GuideFooterProps) {
  const { channelName, day, isDraft, error } = props;
  const blocks = props.blocks.filter((block) => overlaps(block, day));
  const openMs = gapsIn(day, blocks).reduce((sum, gap) => sum + gap.toMs - gap.fromMs, 0);
  const plannedMs = day.toMs - day.fromMs - openMs;
  return (
    <div className="flex w-full flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-1.5 text-muted text-sm">
      {error ? (
        <p role="alert" className="flex items-center gap-3 text-danger">
          A part of the guide could not be loaded: {error.message}
          <Button size="sm" onClick={props.onRetry}>
            Try again
          </Button>
        </p>
      ) : (
        <p className="times min-h-5">
          {!props.isLoading &&
            (blocks.length === 0
              ? `Nothing is planned on ${channelName} for this day yet. Drag content onto its line, or fill the gaps.`
              : `${channelName}: ${lengthText(plannedMs)} planned in ${blocks.length} ${
                  blocks.length === 1 ? "block" : "blocks"
                }, ${openMs > 0 ? `${lengthText(openMs)} open` : "no gaps"}`)}
          {isDraft && <span className="text-faint"> · A draft: nothing airs yet</span>}
        </p>
      )}
      <p className="hidden items-center gap-1.5 text-faint text-xs xl:flex">
        <Kbd>Space</Kbd> take hold
        <span className="w-1.5" />
        <Kbd>Alt</Kbd> drag a copy
        <span className="w-1.5" />
        <Kbd>Shift</Kbd> to the second
        <span className="w-1.5" />
        <Kbd>[</Kbd> <Kbd>]</Kbd> ends
        <span className="w-1.5" />
        <Kbd>Del</Kbd> remove
      </p>
    </div>
  );
});
