"use client";

import { useState } from "react";
import type { FillResult } from "@/core/schedule/contract";
import type { FillRule } from "@/core/schedule/fill-rule";
import type { Stretch } from "@/core/schedule/gaps";
import { dayOf } from "@/core/schedule/grid-day";
import { clockText, dayText, lengthText, runtimeText } from "@/core/schedule/grid-text";
import { isEmptyChoice } from "../programming/choice-text";
import { FillRuleFields } from "../programming/fill-rule-fields";
import { ruleToSend } from "../programming/rule-text";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { Dialog } from "../ui/dialog";
import { ErrorState } from "../ui/error-state";
import { Skeleton } from "../ui/skeleton";
import { useFill, useFillPreview } from "./use-fill";

interface FillDialogProps {
  channelId: string;
  stretch: Stretch;
  timeZone: string;
  onClose: () => void;
}

/** Chooses how the gaps are filled and shows what would be placed, before anything is. */
export function FillDialog({ channelId, stretch, timeZone, onClose }: FillDialogProps) {
  const [rule, setRule] = useState<FillRule>({ strategy: "shuffle" });
  const [isChosen, setChosen] = useState(false);
  const isComplete = !isChosen || !isEmptyChoice(rule);
  const wish = isComplete ? { channelId, stretch, rule: ruleToSend(rule, isChosen) } : null;
  const preview = useFillPreview(wish);
  const fill = useFill();
  const placed = (wish && preview.data?.placed) || 0;
  const clock = (ms: number) => clockText(ms, timeZone, "minutes");
  const lastDay = dayOf(stretch.toMs - 1, timeZone);
  const day = dayOf(stretch.fromMs, timeZone);
  const until = `${lastDay === day ? "" : `${dayText(lastDay, "short")}, `}${clock(stretch.toMs)}`;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title="Fill the gaps"
      description={`${dayText(day)}, ${clock(stretch.fromMs)} to ${until}. What is on the guide already stays where it is.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            tone="primary"
            busy={fill.isPending}
            disabled={!wish || placed === 0 || preview.isOutdated}
            onClick={() => wish && fill.mutate(wish, { onSuccess: onClose })}
          >
            {placed > 0 ? `Place ${placed} ${placed === 1 ? "programme" : "programmes"}` : "Place"}
          </Button>
        </>
      }
    >
      <FillRuleFields value={rule} onChange={setRule} isChosen={isChosen} onChosen={setChosen} />
      <section
        aria-label="What would be placed"
        aria-busy={preview.isFetching || preview.isOutdated}
        className={cn("mt-5 border-border border-t pt-3", preview.isOutdated && "opacity-60")}
      >
        {preview.isLoading && <Skeleton className="h-32 w-full" />}
        {preview.isError && (
          <ErrorState
            title="It could not be worked out"
            error={preview.error}
            onRetry={() => preview.refetch()}
            className="py-6"
          />
        )}
        {wish && preview.data && <Preview result={preview.data} timeZone={timeZone} />}
      </section>
    </Dialog>
  );
}

/** A month of short items is thousands of lines; the first of them say enough. */
const LINES = 200;

function Preview({ result, timeZone }: { result: FillResult; timeZone: string }) {
  const { placed, remainingGapSeconds, preview = [] } = result;
  const left =
    remainingGapSeconds > 0 ? `${lengthText(remainingGapSeconds * 1000)} would stay open.` : "No gap would be left.";
  if (placed === 0)
    return <p className="py-4 text-muted">Nothing would be placed: no ready item fits into the gaps.</p>;
  return (
    <>
      <p className="text-muted text-sm">
        {placed} {placed === 1 ? "programme" : "programmes"} would be placed. {left}
      </p>
      <ol className="mt-1 divide-y divide-border">
        {preview.slice(0, LINES).map(({ startsAt, endsAt, title }) => (
          <li key={startsAt} className="flex items-baseline gap-3 py-1.5">
            <span className="times text-muted text-sm">{clockText(Date.parse(startsAt), timeZone)}</span>
            <span className="min-w-0 flex-1 truncate">{title}</span>
            <span className="times text-muted text-sm">{runtimeText(Date.parse(endsAt) - Date.parse(startsAt))}</span>
          </li>
        ))}
      </ol>
      {preview.length > LINES && <p className="py-1.5 text-muted text-sm">and {preview.length - LINES} more</p>}
    </>
  );
}
