"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useCreateContainer } from "./content-queries";
import { itemAddress, showWithin } from "./library-address";

/** Makes a series and opens it. */
export function NewSeriesDialog({ onClose }: { onClose: () => void }) {
  const [title, setTitle] = useState("");
  const create = useCreateContainer();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (title.trim() === "") return;
    create.mutate(
      { type: "series", title },
      {
        onSuccess: (series) => {
          onClose();
          showWithin(itemAddress(series.id, window.location.search));
        },
      },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="New series"
      description="It holds seasons and episodes; you add those afterwards."
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form="new-series" busy={create.isPending} disabled={title.trim() === ""}>
            Create series
          </Button>
        </>
      }
    >
      <form id="new-series" onSubmit={submit}>
        <Field label="Title" error={create.error?.message}>
          <Input data-autofocus value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
