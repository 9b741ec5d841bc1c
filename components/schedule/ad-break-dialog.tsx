"use client";

import { type FormEvent, useId, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { Channel } from "@/core/channels/contract";
import { type DayName, instantOn, parseTimeOfDay } from "@/core/schedule/grid-day";
import { dayText, parseRuntime } from "@/core/schedule/grid-text";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import type { GuideBlock } from "./guide-block";

interface AdBreakDialogProps {
  channel: Channel;
  day: DayName;
  /** False when it cannot stand there; the guide says why. */
  onPlace: (block: GuideBlock) => boolean;
  onClose: () => void;
}

/** Places an ad break on a day: when it starts, and how long it lasts. */
export function AdBreakDialog({ channel, day, onPlace, onClose }: AdBreakDialogProps) {
  const formId = useId();
  const [start, setStart] = useState("");
  const [length, setLength] = useState("2:00");
  const timeMs = parseTimeOfDay(start);
  const durationMs = parseRuntime(length);
  const isComplete = timeMs !== null && durationMs !== null && durationMs >= 1000;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete) return;
    const fromMs = instantOn(day, timeMs, channel.timezone);
    const none = { contentItemId: null, content: null, contentMs: null, episode: null, thumbnailUrl: null };
    const times = { fromMs, toMs: fromMs + durationMs, offsetMs: 0 };
    onPlace({ id: uuidv7(), channelId: channel.id, kind: "ad_break", title: "Ad break", ...none, ...times });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Add an ad break"
      description={`${dayText(day)}. The channel's filler plays under it, and the stream carries its markers.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} tone="primary" disabled={!isComplete}>
            Add the break
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <div className="grid grid-cols-2 gap-3">
          <Field label="Start" error={start !== "" && timeMs === null ? "Write a time such as 20:15:00." : undefined}>
            <Input
              autoFocus
              className="times"
              autoComplete="off"
              placeholder="20:15:00"
              value={start}
              onChange={(event) => setStart(event.target.value)}
            />
          </Field>
          <Field label="Length" error={durationMs === null ? "Write a length such as 2:00." : undefined}>
            <Input
              className="times"
              autoComplete="off"
              value={length}
              onChange={(event) => setLength(event.target.value)}
            />
          </Field>
        </div>
      </form>
    </Dialog>
  );
}
