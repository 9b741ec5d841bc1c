"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { Plus } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { type Cue, webVtt } from "@/core/content/captions";
import type { Caption } from "@/core/content/contract";
import { type CueDraft, cuesOf, cueTimeText, draftOf, draftProblem, parseCueTime, shifted } from "./cue-draft";
import { CueRow } from "./cue-row";
import { useCaptionEdits } from "./use-caption-edits";

interface CueListProps {
  caption: Caption;
  contentItemId: string;
  initial: readonly Cue[];
  playerSeconds: () => number | null;
  onClose: () => void;
}

const ROW_PX = 76;
const NEW_MS = 2000;
let keys = 0;
const newKey = () => `cue-${keys++}`;

/** Captions as rows of times and words. Nothing is sent before "Save", and closing asks when something would be lost. */
export function CueList({ caption, contentItemId, initial, playerSeconds, onClose }: CueListProps) {
  const { update } = useCaptionEdits(contentItemId);
  const [drafts, setDrafts] = useState<CueDraft[]>(() => initial.map((cue) => draftOf(cue, newKey())));
  const [isChanged, setChanged] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [shift, setShift] = useState("0.5");
  const shiftId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: drafts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => drafts[index]?.key ?? index,
    overscan: 4,
  });
  const firstProblem = drafts.findIndex((draft) => draftProblem(draft) !== null);

  function edit(next: CueDraft[]) {
    setDrafts(next);
    setChanged(true);
  }
  function addAfter(index: number) {
    const atMs = parseCueTime(drafts[index]?.end ?? "0:00") ?? 0;
    const added: CueDraft = {
      key: newKey(),
      start: cueTimeText(atMs),
      end: cueTimeText(atMs + NEW_MS),
      text: "",
      settings: "",
    };
    edit(drafts.toSpliced(index + 1, 0, added));
  }
  function save() {
    if (firstProblem >= 0) return virtual.scrollToIndex(firstProblem);
    update.mutate({ id: caption.id, changes: { text: webVtt(cuesOf(drafts)) } }, { onSuccess: onClose });
  }
  const shiftMs = Math.round(Number(shift.replace(",", ".")) * 1000);
  const canShift = Number.isFinite(shiftMs) && shiftMs !== 0;

  return (
    <Dialog
      open
      onOpenChange={() => (isChanged ? setLeaving(true) : onClose())}
      size="lg"
      title={`Captions “${caption.label}”`}
      description={`${drafts.length.toLocaleString()} captions. Times are minutes, seconds and thousandths from the start of the item.`}
      footer={
        isLeaving ? (
          <>
            <p role="alert" className="mr-auto self-center text-warn">
              Your changes are not saved.
            </p>
            <Button tone="danger" onClick={onClose}>
              Discard them
            </Button>
            <Button data-autofocus onClick={() => setLeaving(false)}>
              Go on editing
            </Button>
          </>
        ) : (
          <>
            <p role="status" className="mr-auto self-center text-danger text-sm">
              {update.error?.message ?? (firstProblem >= 0 ? `Caption ${firstProblem + 1} cannot be saved yet.` : "")}
            </p>
            <Button onClick={() => (isChanged ? setLeaving(true) : onClose())}>Cancel</Button>
            <Button tone="primary" busy={update.isPending} disabled={!isChanged || drafts.length === 0} onClick={save}>
              Save
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <label htmlFor={shiftId} className="text-sm">
          Move all by
        </label>
        <Input
          id={shiftId}
          className="w-20"
          inputMode="decimal"
          value={shift}
          onChange={(event) => setShift(event.target.value)}
        />
        <span className="text-sm">seconds</span>
        <Button size="sm" disabled={!canShift} onClick={() => edit(shifted(drafts, -shiftMs))}>
          Earlier
        </Button>
        <Button size="sm" disabled={!canShift} onClick={() => edit(shifted(drafts, shiftMs))}>
          Later
        </Button>
        <Button
          size="sm"
          className="ml-auto"
          icon={<Plus aria-hidden />}
          onClick={() => {
            addAfter(drafts.length - 1);
            requestAnimationFrame(() => virtual.scrollToIndex(drafts.length));
          }}
        >
          Add a caption
        </Button>
      </div>
      <div ref={scroller} className="h-[46vh] overflow-y-auto overscroll-contain">
        <ol aria-label="Captions" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const draft = drafts[index];
            if (!draft) return null;
            return (
              <CueRow
                key={key}
                ref={virtual.measureElement}
                index={index}
                startPx={start}
                draft={draft}
                playerSeconds={playerSeconds}
                onChange={(changes) => edit(drafts.with(index, { ...draft, ...changes }))}
                onAdd={() => addAfter(index)}
                onRemove={() => edit(drafts.toSpliced(index, 1))}
              />
            );
          })}
        </ol>
      </div>
    </Dialog>
  );
}
