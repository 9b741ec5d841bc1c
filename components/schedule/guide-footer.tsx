import type { ReactNode } from "react";
import type { Channel } from "@/core/channels/contract";
import { gapsIn, type Stretch } from "@/core/schedule/gaps";
import { overlaps } from "@/core/schedule/grid-space";
import { clockText, lengthText } from "@/core/schedule/grid-text";
import type { GuideIndex } from "@/core/schedule/guide-index";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { Kbd } from "../ui/kbd";
import type { GuideBlock } from "./guide-block";
import type { GuideStore } from "./guide-store";
import { useGuideState } from "./use-guide-state";

interface GuideFooterProps {
  channel: Channel;
  day: Stretch;
  blocks: readonly Stretch[];
  store: GuideStore;
  index: GuideIndex<GuideBlock>;
  zoneOf: (channelId: string) => string;
  isLoading: boolean;
  error: Error | null;
  onRetry: () => void;
  /** How the edits on their way fare. */
  saving: keyof typeof SAVING;
  zoom: ReactNode;
}

const SAVING = { saved: "", saving: "Saving…", stalled: "Not saved yet: Lineup cannot be reached. Trying again…" };

/** How full the day is or what is chosen comes to, and the keys that work on it. */
export function GuideFooter(props: GuideFooterProps) {
  const { store, index, error, onRetry, saving } = props;
  const selected = useGuideState(store, (state) => state.selected);
  const isHeldByKeys = useGuideState(store, ({ held }) => held?.by === "keys");
  const chosen = selected.size > 1 ? [...index.values()].flat().filter(({ id }) => selected.has(id)) : [];
  return (
    <div className="flex min-h-10 w-full flex-wrap items-center gap-x-5 gap-y-1 px-4 py-1 text-muted text-sm">
      {error ? (
        <p role="alert" className="flex items-center gap-3 text-danger">
          A part of the guide could not be loaded: {error.message}
          <Button size="sm" onClick={onRetry}>
            Try again
          </Button>
        </p>
      ) : (
        <p className="times min-h-5 min-w-0 max-sm:flex-1 max-sm:truncate" data-testid="guide-footer">
          {chosen.length > 1 ? <ChosenText blocks={chosen} zoneOf={props.zoneOf} /> : <DayText {...props} />}
        </p>
      )}
      <p role="status" className={cn("ml-auto text-xs", saving === "stalled" && "text-warn")}>
        {SAVING[saving]}
      </p>
      <p className={cn("hidden items-center gap-3 text-faint text-xs", isHeldByKeys ? "md:flex" : "2xl:flex")}>
        {(isHeldByKeys ? HELD_HINTS : HINTS).map(({ keys, does }) => (
          <span key={does} className="flex items-center gap-1.5">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
            {does}
          </span>
        ))}
      </p>
      {props.zoom}
    </div>
  );
}

const HINTS = [
  { keys: ["Space"], does: "take hold" },
  { keys: ["Alt"], does: "drag a copy" },
  { keys: ["Shift"], does: "to the second" },
  { keys: ["[", "]"], does: "ends" },
  { keys: [",", "."], does: "gaps" },
  { keys: ["?"], does: "all keys" },
];
const HELD_HINTS = [
  { keys: ["←", "→"], does: "a minute" },
  { keys: ["Shift"], does: "a second" },
  { keys: ["Ctrl"], does: "to a mark" },
  { keys: ["↑", "↓"], does: "a row" },
  { keys: ["Space"], does: "put down" },
  { keys: ["Esc"], does: "put back" },
];

function DayText({ channel, day, isLoading, ...props }: GuideFooterProps) {
  const blocks = props.blocks.filter((block) => overlaps(block, day));
  const openMs = gapsIn(day, blocks).reduce((sum, gap) => sum + gap.toMs - gap.fromMs, 0);
  const plannedMs = day.toMs - day.fromMs - openMs;
  const count = `${blocks.length} ${blocks.length === 1 ? "block" : "blocks"}`;
  return (
    <>
      {isLoading
        ? `${channel.name}: reading the day …`
        : blocks.length === 0
          ? `Nothing is planned on ${channel.name} for this day yet. Drag content onto its line, or fill the gaps.`
          : `${channel.name}: ${lengthText(plannedMs)} planned in ${count}, ${
              openMs > 0 ? `${lengthText(openMs)} open` : "no gaps"
            }`}
      {channel.status === "draft" && <span className="text-faint"> · A draft: nothing airs yet</span>}
    </>
  );
}

/** `3 chosen, 1 h 05 min in all, 20:15:00–21:30:00`; times only where one clock counts for all. */
function ChosenText({ blocks, zoneOf }: { blocks: readonly GuideBlock[]; zoneOf: (channelId: string) => string }) {
  const totalMs = blocks.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const zones = new Set(blocks.map(({ channelId }) => zoneOf(channelId)));
  const [zone] = zones;
  const fromMs = Math.min(...blocks.map((block) => block.fromMs));
  const toMs = Math.max(...blocks.map((block) => block.toMs));
  const span = zone && zones.size === 1 ? `, ${clockText(fromMs, zone)}–${clockText(toMs, zone)}` : "";
  return (
    <>
      <span className="text-text">{blocks.length} chosen</span>, {lengthText(totalMs, true)} in all{span}
    </>
  );
}
