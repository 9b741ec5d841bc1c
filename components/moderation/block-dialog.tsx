"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";

/** What is said most often; a click writes it, and it can be changed. */
const COMMON = ["The rights are not cleared.", "It is not suitable for this installation.", "The file is damaged."];

interface BlockDialogProps {
  /** The one item by its title, or how many. */
  what: string;
  busy: boolean;
  onBlock: (reason: string) => void;
  onClose: () => void;
}

/** Asks why before something is blocked: its owner reads it. */
export function BlockDialog({ what, busy, onBlock, onClose }: BlockDialogProps) {
  const [reason, setReason] = useState("");
  const form = useId();
  const trimmed = reason.trim();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (trimmed && !busy) onBlock(trimmed);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Block ${what}`}
      description="It leaves every guide from now on, and nothing plays it any more. What is on the air ends within a minute or so."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="danger" busy={busy} disabled={!trimmed}>
            Block
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={send} className="flex flex-col gap-3">
        <Field label="Reason" hint="The owner reads this. Ctrl Enter blocks.">
          <Textarea
            data-autofocus
            required
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
        </Field>
        <fieldset className="flex flex-wrap gap-2">
          <legend className="sr-only">Common reasons</legend>
          {COMMON.map((text) => (
            <Button key={text} size="sm" onClick={() => setReason(text)}>
              {text}
            </Button>
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}
