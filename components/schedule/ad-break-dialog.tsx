"use client";

import { type FormEvent, useId, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { Channel } from "@/core/channels/contract";
import { type DayName, dayOf, instantOn, isDayName, parseTimeOfDay } from "@/core/schedule/grid-day";
import { clockText, parseRuntime, runtimeText } from "@/core/schedule/grid-text";
import { type GuideIndex, refusalOfEdit } from "@/core/schedule/guide-index";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import type { GuideBlock } from "./guide-block";
import { refusalShown } from "./refusal-text";

interface AdBreakDialogProps {
  channel: Channel;
  day: DayName;
  /** Where it was asked for; without it the field is empty. */
  atMs?: number;
  index: GuideIndex<GuideBlock>;
  editableFromMs: number | null;
  /** False when it cannot stand there; the guide says why. */
  onPlace: (block: GuideBlock) => boolean;
  onClose: () => void;
}

/** Lengths that breaks usually have. */
const USUAL_MS = [30_000, 60_000, 120_000, 180_000];
const NOTHING = { contentItemId: null, content: null, contentMs: null, episode: null, thumbnailUrl: null };

/** Places an ad break: when it starts, and how long it lasts. What is in the way is said before anything is placed. */
export function AdBreakDialog(props: AdBreakDialogProps) {
  const { channel, day, atMs, index, editableFromMs, onPlace, onClose } = props;
  const { timezone } = channel;
  const formId = useId();
  const [on, setOn] = useState<string>(atMs === undefined ? day : dayOf(atMs, timezone));
  const [given] = useState(() => (atMs === undefined ? "" : clockText(atMs, timezone)));
  const [start, setStart] = useState(given);
  const [length, setLength] = useState(runtimeText(120_000));
  const timeMs = parseTimeOfDay(start);
  const durationMs = parseRuntime(length);
  const isUntouched = atMs !== undefined && start === given && on === dayOf(atMs, timezone);
  // Untouched, the field stands for the place itself, which may lie between two seconds.
  const fromMs = isUntouched ? atMs : timeMs !== null && isDayName(on) ? instantOn(on, timeMs, timezone) : null;
  const lengthError = durationMs === null || durationMs < 1000 ? "Write a length such as 2:00." : undefined;
  const block: GuideBlock | null =
    fromMs === null || durationMs === null || lengthError
      ? null
      : {
          id: "new",
          channelId: channel.id,
          kind: "ad_break",
          title: "Ad break",
          ...NOTHING,
          fromMs,
          toMs: fromMs + durationMs,
          offsetMs: 0,
        };
  const refusal =
    block && refusalOfEdit({ label: "", changes: [{ before: null, after: block }] }, index, () => editableFromMs);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (block && !refusal && onPlace({ ...block, id: uuidv7() })) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Add an ad break"
      description={`On ${channel.name}. The channel's filler plays under it, and the stream carries its markers.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} tone="primary" disabled={!block || refusal !== null}>
            Add the break
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <div className="grid gap-3 sm:grid-cols-3">
          <Field label="Day">
            <Input type="date" required value={on} onChange={(event) => setOn(event.target.value)} />
          </Field>
          <Field label="Start" error={start !== "" && timeMs === null ? "Write a time such as 20:15:00." : undefined}>
            <Input
              data-autofocus
              className="times"
              autoComplete="off"
              placeholder="20:15:00"
              value={start}
              onChange={(event) => setStart(event.target.value)}
            />
          </Field>
          <Field label="Length" error={lengthError}>
            <Input
              className="times"
              autoComplete="off"
              value={length}
              onChange={(event) => setLength(event.target.value)}
            />
          </Field>
        </div>
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="sr-only">Usual lengths</legend>
          {USUAL_MS.map((ms) => (
            <Button
              key={ms}
              size="sm"
              className="times aria-pressed:border-accent aria-pressed:bg-accent-soft"
              aria-pressed={durationMs === ms}
              onClick={() => setLength(runtimeText(ms))}
            >
              {runtimeText(ms)}
            </Button>
          ))}
        </fieldset>
        <p role="status" className="min-h-5 text-sm">
          {block && !refusal && (
            <span className="times text-muted">
              {clockText(block.fromMs, timezone)}–{clockText(block.toMs, timezone)}
            </span>
          )}
          {refusal && (
            <span className="text-warn">
              {refusalShown(refusal, index.get(channel.id) ?? [], timezone).message}
              {refusal.why === "overlap" && " To interrupt a programme, open it and put breaks in."}
            </span>
          )}
        </p>
      </form>
    </Dialog>
  );
}
