"use client";

import { Plus, Timer, Trash2 } from "lucide-react";
import type { Ref } from "react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Input, Textarea } from "@/components/ui/input";
import { type CueDraft, cueTimeText, draftProblem } from "./cue-draft";

interface CueRowProps {
  ref: Ref<HTMLLIElement>;
  index: number;
  startPx: number;
  draft: CueDraft;
  playerSeconds: () => number | null;
  onChange: (changes: Partial<CueDraft>) => void;
  onAdd: () => void;
  onRemove: () => void;
}

/** One caption: when it shows and what it says. */
export function CueRow({ ref, index, startPx, draft, playerSeconds, onChange, onAdd, onRemove }: CueRowProps) {
  const number = index + 1;
  const problem = draftProblem(draft);
  return (
    <li
      ref={ref}
      data-index={index}
      className="absolute inset-x-0 top-0 grid grid-cols-[7.5rem_minmax(0,1fr)_auto] gap-2 border-border border-b py-2 pr-2"
      style={{ transform: `translateY(${startPx}px)` }}
    >
      <span className="flex flex-col gap-1">
        <Input
          aria-label={`Caption ${number} begins`}
          className={cn("times h-7", problem?.includes("begin") && "border-danger")}
          value={draft.start}
          onChange={(event) => onChange({ start: event.target.value })}
        />
        <Input
          aria-label={`Caption ${number} ends`}
          className={cn("times h-7", problem?.includes("end") && "border-danger")}
          value={draft.end}
          onChange={(event) => onChange({ end: event.target.value })}
        />
      </span>
      <span>
        <Textarea
          aria-label={`Caption ${number}`}
          className="field-sizing-content min-h-15 py-1"
          value={draft.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
        {problem && <span className="mt-1 block text-danger text-sm">{problem}</span>}
      </span>
      <span className="flex flex-col">
        <span className="flex">
          <IconButton
            size="sm"
            label={`Caption ${number} begins where the player stands`}
            onClick={() => {
              const seconds = playerSeconds();
              if (seconds !== null) onChange({ start: cueTimeText(Math.round(seconds * 1000)) });
            }}
          >
            <Timer aria-hidden />
          </IconButton>
          <IconButton size="sm" label={`Add a caption after ${number}`} onClick={onAdd}>
            <Plus aria-hidden />
          </IconButton>
        </span>
        <IconButton size="sm" label={`Remove caption ${number}`} className="self-end" onClick={onRemove}>
          <Trash2 aria-hidden />
        </IconButton>
      </span>
    </li>
  );
}
