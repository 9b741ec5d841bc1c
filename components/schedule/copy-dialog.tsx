"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { api } from "@/components/api/client";
import type { Channel } from "@/core/channels/contract";
import type { CopiedBlocks } from "@/core/schedule/contract";
import { addDays, type DayName, isDayName, stretchOfDay } from "@/core/schedule/grid-day";
import { dayText } from "@/core/schedule/grid-text";
import { mondayOf } from "@/core/schedule/template-week";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { ConflictList } from "./conflict-list";
import { LeftOutList } from "./left-out-list";
import { useBulkEdit } from "./use-bulk-edit";

interface CopyDialogProps {
  channel: Channel;
  what: "day" | "week";
  day: DayName;
  onClose: () => void;
  onDay: (day: DayName) => void;
}

/** Copies a day or a week, at the same local times. */
export function CopyDialog({ channel, what, day, onClose, onDay }: CopyDialogProps) {
  const id = useId();
  const carryOut = useBulkEdit();
  const days = what === "day" ? 1 : 7;
  const from = what === "day" ? day : mondayOf(day);
  const [chosen, setChosen] = useState(addDays(from, days));
  const target = isDayName(chosen) ? (what === "day" ? chosen : mondayOf(chosen)) : null;
  const timeZone = channel.timezone;
  const copy = useMutation({
    mutationFn: (to: DayName) =>
      carryOut({
        channelId: channel.id,
        stretch: { fromMs: startOf(to, timeZone), toMs: startOf(addDays(to, days + 1), timeZone) },
        label: what === "day" ? `Copy ${dayText(from, "short")}` : `Copy the week of ${dayText(from, "short")}`,
        work: () =>
          api.post<CopiedBlocks>("/v1/creator/schedule/copy", {
            channelId: channel.id,
            from: iso(from, timeZone),
            to: iso(addDays(from, days), timeZone),
            targetFrom: iso(to, timeZone),
            keepLocalTime: true,
          }),
        said: ({ blocks }) => [copiedText(blocks.length), `To ${dayText(to)}`],
      }),
    onSuccess: ({ leftOut }, to) => {
      if (leftOut.length > 0) return;
      onClose();
      onDay(to);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (target && target !== from) copy.mutate(target);
  };
  const isDone = copy.isSuccess;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={what === "day" ? `Copy ${dayText(from)}` : `Copy the week of ${dayText(from)}`}
      description="Everything is placed at the same local time, also when the clocks change in between. Nothing is overwritten: if something is in the way, nothing is copied."
      footer={
        isDone ? (
          <Button tone="primary" onClick={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={id} tone="primary" busy={copy.isPending} disabled={!target || target === from}>
              Copy
            </Button>
          </>
        )
      }
    >
      {isDone ? (
        <div>
          <p>
            {copiedText(copy.data.blocks.length)}. On the night in which the clocks go forward an hour is missing, so
            this found no place:
          </p>
          <LeftOutList leftOut={copy.data.leftOut} timeZone={timeZone} />
        </div>
      ) : (
        <form id={id} onSubmit={submit} className="flex flex-col gap-3">
          <Field
            label={what === "day" ? "To" : "To the week of"}
            hint={target && `${what === "week" ? "From " : ""}${dayText(target)}`}
          >
            <Input
              type="date"
              required
              value={chosen}
              onChange={(event) => {
                copy.reset();
                setChosen(event.target.value);
              }}
            />
          </Field>
          {copy.error && <ConflictList error={copy.error} timeZone={timeZone} />}
        </form>
      )}
    </Dialog>
  );
}

function copiedText(count: number): string {
  if (count === 0) return "There was nothing to copy";
  return count === 1 ? "1 block copied" : `${count} blocks copied`;
}

const startOf = (day: DayName, timeZone: string) => stretchOfDay(day, timeZone).fromMs;
const iso = (day: DayName, timeZone: string) => new Date(startOf(day, timeZone)).toISOString();
