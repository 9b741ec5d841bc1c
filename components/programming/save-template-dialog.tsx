"use client";

import { type FormEvent, useId, useState } from "react";
import type { Channel } from "@/core/channels/contract";
import type { DayName } from "@/core/schedule/grid-day";
import { dayText } from "@/core/schedule/grid-text";
import { mondayOf } from "@/core/schedule/template-week";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { toast } from "../ui/notify";
import { useTemplateEdits } from "./use-templates";

/** Keeps the week of a day as a template. */
export function SaveTemplateDialog({ channel, day, onClose }: { channel: Channel; day: DayName; onClose: () => void }) {
  const id = useId();
  const { create } = useTemplateEdits(channel.id);
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      { name: name.trim(), weekOf: day },
      {
        onSuccess: (template) => {
          toast(`“${template.name}” saved`, { description: `${template.entries.length} entries` });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Save the week as a template"
      description={`The guide of the week of ${dayText(mondayOf(day))}, by weekday and local time.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} tone="primary" busy={create.isPending} disabled={name.trim() === ""}>
            Save template
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit}>
        <Field label="Name" error={create.error?.message}>
          <Input
            autoFocus
            required
            maxLength={200}
            placeholder="Summer week"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
