"use client";

import { CalendarClock, Trash2 } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { dayOf, instantOn, parseTimeOfDay } from "@/core/schedule/grid-day";
import { clockText, dayText, lengthText, parseRuntime, runtimeText } from "@/core/schedule/grid-text";
import { type GuideIndex, refusalOfEdit } from "@/core/schedule/guide-index";
import { Thumbnail } from "../library/thumbnail";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { BreaksForm, pointsInside } from "./breaks-form";
import { type GuideBlock, isLockedBlock, isOutsideRights } from "./guide-block";
import { GuideEntry } from "./guide-entry";
import { refusalShown } from "./refusal-text";

interface BlockDialogProps {
  block: GuideBlock;
  index: GuideIndex<GuideBlock>;
  timeZone: string;
  editableFromMs: number | null;
  isPending: boolean;
  onClose: () => void;
  onChange: (block: GuideBlock, after: GuideBlock) => void;
  onRemove: (block: GuideBlock) => void;
  onPreview: (atMs: number) => void;
}

const KIND_NAME = { content: "Programme", filler: "Filler", ad_break: "Ad break" };

/** A block in detail: its times to the second, its kind, what viewers will read, its breaks. */
export function BlockDialog(props: BlockDialogProps) {
  const { block, index, timeZone, editableFromMs, onClose, onChange, onRemove } = props;
  const formId = useId();
  const isLocked = isLockedBlock(block, editableFromMs);
  const printed = {
    start: clockText(block.fromMs, timeZone),
    length: runtimeText(block.toMs - block.fromMs),
    offset: runtimeText(block.offsetMs),
  };
  const [start, setStart] = useState(printed.start);
  const [length, setLength] = useState(printed.length);
  const [offset, setOffset] = useState(printed.offset);
  const [kind, setKind] = useState(block.kind);

  const day = dayOf(block.fromMs, timeZone);
  const typedMs = parseTimeOfDay(start);
  // What was not touched keeps its milliseconds.
  const startMs =
    start === printed.start ? block.fromMs : typedMs === null ? null : instantOn(day, typedMs, timeZone, block.fromMs);
  const durationMs = length === printed.length ? block.toMs - block.fromMs : parseRuntime(length);
  const offsetMs = offset === printed.offset ? block.offsetMs : parseRuntime(offset);
  const longestMs = block.contentMs === null ? null : block.contentMs - (offsetMs ?? 0);

  const startError = startMs === null ? "Write a time such as 20:15:00." : undefined;
  const offsetError =
    offsetMs === null || (longestMs !== null && longestMs < 1000) ? "Lies outside the content." : undefined;
  const lengthError =
    durationMs === null || durationMs < 1000
      ? "Write a length such as 42:10 or 1:30:00."
      : longestMs !== null && durationMs > longestMs && durationMs !== block.toMs - block.fromMs
        ? `There is ${lengthText(Math.max(0, longestMs), true)} of content.`
        : undefined;
  const endMs = startMs !== null && durationMs !== null ? startMs + durationMs : null;
  const after =
    startMs !== null && endMs !== null && offsetMs !== null
      ? { ...block, fromMs: startMs, toMs: endMs, offsetMs, kind }
      : null;
  const refusal = after
    ? refusalOfEdit({ label: "", changes: [{ before: block, after }] }, index, () => editableFromMs)
    : null;
  const conflicts = (index.get(block.channelId) ?? []).filter(
    ({ id }) => refusal?.why === "overlap" && refusal.conflictIds.includes(id),
  );
  const isChanged =
    after !== null &&
    (after.fromMs !== block.fromMs ||
      after.toMs !== block.toMs ||
      after.offsetMs !== block.offsetMs ||
      kind !== block.kind);
  const canSave = isChanged && !startError && !lengthError && !offsetError && !refusal;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!canSave || !after) return;
    onChange(block, after);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={block.title}
      description={`${KIND_NAME[block.kind]}, ${dayText(day)}`}
      footer={
        <>
          <Button
            tone="danger"
            className="mr-auto"
            icon={<Trash2 aria-hidden />}
            disabled={isLocked}
            onClick={() => {
              onRemove(block);
              onClose();
            }}
          >
            Remove
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} tone="primary" disabled={!canSave}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <div className="flex items-start gap-4">
          <Thumbnail url={block.thumbnailUrl} className="w-36" />
          <div className="flex min-w-0 flex-1 flex-col items-start gap-2">
            <p className="line-clamp-3 text-muted">{block.content?.description || "No description yet."}</p>
            <Button size="sm" icon={<CalendarClock aria-hidden />} onClick={() => props.onPreview(block.fromMs)}>
              Watch it as it will air
            </Button>
          </div>
        </div>
        {isOutsideRights(block) && (
          <p className="text-sm text-warn">
            The rights of this content do not cover the whole block, so filler plays in its place. Move it, or change
            the rights in the library.
          </p>
        )}
        {isLocked && (
          <Badge tone="neutral" className="self-start">
            Locked: on air, about to be, or over. Its end may still be brought forward.
          </Badge>
        )}
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          <Field label="Start" error={startError}>
            <Input
              className="times"
              autoComplete="off"
              disabled={isLocked}
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
          <Field label="End">
            <Input className="times" readOnly tabIndex={-1} value={endMs === null ? "" : clockText(endMs, timeZone)} />
          </Field>
          {block.contentItemId !== null && (
            <>
              <Field label="Begins in the content at" error={offsetError}>
                <Input
                  className="times"
                  autoComplete="off"
                  disabled={isLocked}
                  value={offset}
                  onChange={(event) => setOffset(event.target.value)}
                />
              </Field>
              <Field label="Kind">
                <Select
                  disabled={isLocked}
                  value={kind}
                  onChange={(event) => setKind(event.target.value as "content" | "filler")}
                >
                  <option value="content">Programme</option>
                  <option value="filler">Filler</option>
                </Select>
              </Field>
            </>
          )}
        </div>
        {refusal && (
          <p role="alert" className="text-sm text-warn">
            {refusalShown(refusal, conflicts, timeZone).message}
          </p>
        )}
        <GuideEntry
          block={{ ...block, kind, fromMs: startMs ?? block.fromMs, toMs: endMs ?? block.toMs }}
          timeZone={timeZone}
        />
        <p className="text-muted text-xs">Times are those of {timeZone.replaceAll("_", " ")}.</p>
      </form>
      {pointsInside(block).length > 0 && !props.isPending && (
        <BreaksForm channelId={block.channelId} block={block} onDone={onClose} />
      )}
    </Dialog>
  );
}
