"use client";

import { type FormEvent, useId, useState } from "react";
import type { Template } from "@/core/schedule/template";
import { useTemplateEdits } from "../programming/use-templates";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

interface RenameTemplateDialogProps {
  channelId: string;
  template: Template;
  onClose: () => void;
}

export function RenameTemplateDialog({ channelId, template, onClose }: RenameTemplateDialogProps) {
  const id = useId();
  const { update } = useTemplateEdits(channelId);
  const [name, setName] = useState(template.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ id: template.id, changes: { name: name.trim() } }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title="Rename the template"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} tone="primary" busy={update.isPending} disabled={name.trim() === ""}>
            Rename
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit}>
        <Field label="Name" error={update.error?.message}>
          <Input autoFocus required maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
