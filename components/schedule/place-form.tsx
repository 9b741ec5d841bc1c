"use client";

import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { ContentItem } from "@/core/content/contract";
import { parseTimeOfDay } from "@/core/schedule/grid-day";
import { clockText } from "@/core/schedule/grid-text";
import { Button } from "../ui/button";
import { Input } from "../ui/input";

interface PlaceFormProps {
  content: ContentItem;
  nextStart: (durationMs: number) => number | null;
  timeZone: string;
  /** False when it cannot stand there; the guide says why. */
  onPlace: (content: ContentItem, startMs: number) => boolean;
  instantOf: (timeOfDayMs: number) => number;
  onClose: () => void;
}

/** Places an item without a pointer: at the next free slot, or at a time to the second. */
export function PlaceForm({ content, nextStart, timeZone, onPlace, instantOf, onClose }: PlaceFormProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // The last item of the bin opens below what can be seen.
  useEffect(() => {
    // Not returned: newer browsers answer with a promise, which React would take for a clean-up.
    void form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const freeMs = nextStart(Math.round((content.durationSeconds ?? 0) * 1000));
  const suggested = freeMs === null ? "" : clockText(freeMs, timeZone);
  const [text, setText] = useState(suggested);
  const timeMs = parseTimeOfDay(text);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Untouched, the field stands for the slot itself, which may begin between two seconds.
    const startMs = text === suggested && freeMs !== null ? freeMs : timeMs === null ? null : instantOf(timeMs);
    if (startMs === null) return;
    if (onPlace(content, startMs)) onClose();
  };
  return (
    <form
      ref={form}
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      className="mx-1.5 mb-2 flex flex-col gap-1 rounded-md bg-sunken p-2.5"
    >
      <label htmlFor={id} className="font-medium text-sm">
        Start at
      </label>
      <div className="flex gap-2">
        <Input
          id={id}
          autoFocus
          autoComplete="off"
          inputMode="numeric"
          placeholder="20:15:00"
          className="times"
          value={text}
          aria-invalid={text !== "" && timeMs === null ? true : undefined}
          aria-describedby={`${id}-note`}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" tone="primary" disabled={timeMs === null}>
          Place
        </Button>
      </div>
      <p id={`${id}-note`} className="text-muted text-xs">
        {freeMs === null ? "This day has no free slot long enough." : `Next free slot: ${suggested}`}
      </p>
    </form>
  );
}
