"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { api } from "@/components/api/client";
import type { Channel } from "@/core/channels/contract";
import type { Block, CreateBlock } from "@/core/schedule/contract";
import { type DayName, instantOn, parseTimeOfDay } from "@/core/schedule/grid-day";
import { dayText, parseRuntime } from "@/core/schedule/grid-text";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { toast } from "../ui/notify";

interface AdBreakDialogProps {
  channel: Channel;
  day: DayName;
  onClose: () => void;
}

/** Places an ad break on a day: when it starts, and how long it lasts. */
export function AdBreakDialog({ channel, day, onClose }: AdBreakDialogProps) {
  const formId = useId();
  const client = useQueryClient();
  const [start, setStart] = useState("");
  const [length, setLength] = useState("2:00");
  const timeMs = parseTimeOfDay(start);
  const durationMs = parseRuntime(length);
  const isComplete = timeMs !== null && durationMs !== null && durationMs >= 1000;
  const place = useMutation({
    mutationFn: (body: CreateBlock) => api.post<Block>("/v1/creator/schedule", body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["schedule", channel.id] });
      toast(`Ad break placed at ${start}`);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete) return;
    const startsAt = new Date(instantOn(day, timeMs, channel.timezone)).toISOString();
    place.mutate({ channelId: channel.id, kind: "ad_break", startsAt, durationSeconds: durationMs / 1000 });
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
          <Button type="submit" form={formId} tone="primary" busy={place.isPending} disabled={!isComplete}>
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
        {place.error && (
          <p role="alert" className="text-danger text-sm">
            {place.error.message}
          </p>
        )}
      </form>
    </Dialog>
  );
}
