"use client";

import { Trash2 } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { dayOf, instantOn, parseTimeOfDay } from "@/core/schedule/grid-day";
import { refusalOf } from "@/core/schedule/grid-space";
import { clockText, dayText, lengthText, parseRuntime, runtimeText } from "@/core/schedule/grid-text";
import { Thumbnail } from "../library/thumbnail";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { BreaksForm, pointsInside } from "./breaks-form";
import { type GuideBlock, isOutsideRights } from "./guide-block";
import { isLockedBlock } from "./guide-track";
import { refusalShown } from "./refusal-text";
import type { BlockChange } from "./use-block-edits";

interface BlockDialogProps {
  channelId: string;
  block: GuideBlock;
  blocks: readonly GuideBlock[];
  timeZone: string;
  editableFromMs: number | null;
  onClose: () => void;
  onChange: (block: GuideBlock, to: BlockChange) => void;
  onRemove: (block: GuideBlock) => void;
}

const KIND_NAME = { content: "Programme", filler: "Filler", ad_break: "Ad break" };

/** A block in detail; start and length can be set to the second. */
export function BlockDialog(props: BlockDialogProps) {
  const { block, blocks, timeZone, editableFromMs, onClose, onChange, onRemove } = props;
  const formId = useId();
  const isLocked = isLockedBlock(block, editableFromMs);
  const printed = {
    start: clockText(block.fromMs, timeZone),
    length: runtimeText(block.toMs - block.fromMs),
  };
  const [start, setStart] = useState(printed.start);
  const [length, setLength] = useState(printed.length);

  const day = dayOf(block.fromMs, timeZone);
  const typedMs = parseTimeOfDay(start);
  // What was not touched keeps its milliseconds.
  const startMs =
    start === printed.start ? block.fromMs : typedMs === null ? null : instantOn(day, typedMs, timeZone, block.fromMs);
  const durationMs = length === printed.length ? block.toMs - block.fromMs : parseRuntime(length);
  const longestMs = block.content?.durationSeconds
    ? Math.round(block.content.durationSeconds * 1000) - block.offsetMs
    : null;

  const startError = startMs === null ? "Write a time such as 20:15:00." : undefined;
  const lengthError =
    durationMs === null || durationMs < 1000
      ? "Write a length such as 42:10 or 1:30:00."
      : longestMs !== null && durationMs > longestMs
        ? `The content is ${lengthText(longestMs, true)} long.`
        : undefined;
  const endMs = startMs !== null && durationMs !== null ? startMs + durationMs : null;
  const refusal =
    startMs !== null && endMs !== null
      ? refusalOf({ fromMs: startMs, toMs: endMs }, blocks, isLocked ? null : editableFromMs, block.id)
      : null;
  const isChanged = startMs !== block.fromMs || endMs !== block.toMs;
  const canSave = isChanged && !startError && !lengthError && !refusal;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!canSave || startMs === null || durationMs === null) return;
    onChange(block, {
      ...(startMs !== block.fromMs && { startMs }),
      ...(durationMs !== block.toMs - block.fromMs && { durationMs }),
    });
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
            Save times
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <div className="flex items-start gap-4">
          <Thumbnail url={block.thumbnailUrl} className="w-36" />
          <p className="line-clamp-4 min-w-0 flex-1 text-muted">
            {block.content?.description || "No description yet."}
          </p>
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
        <div className="grid grid-cols-3 gap-3">
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
        </div>
        {refusal && (
          <p role="alert" className="text-sm text-warn">
            {refusalShown(refusal, blocks, timeZone).message}
          </p>
        )}
        <p className="text-muted text-xs">Times are those of {timeZone.replaceAll("_", " ")}.</p>
      </form>
      {pointsInside(block).length > 0 && !block.isPending && (
        <BreaksForm channelId={props.channelId} block={block} onDone={onClose} />
      )}
    </Dialog>
  );
}
