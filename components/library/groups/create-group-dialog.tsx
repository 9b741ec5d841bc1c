"use client";

import { type FormEvent, useState } from "react";
import { ApiError } from "@/components/api/client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ContentGroup } from "@/core/content/group-contract";
import { useGroupEdits } from "./group-queries";
import { NEW_RULES } from "./rule-words";

type Kind = ContentGroup["kind"];

interface CreateGroupDialogProps {
  /** Leaves the choice out. */
  kind?: Kind;
  onClose: () => void;
  onCreated: (group: ContentGroup) => void;
}

const KINDS: [Kind, string, string][] = [
  ["static", "Ordered by hand", "You choose the items and their order."],
  ["dynamic", "Found by rules", "Every item that fits the rules belongs to it, also those that come later."],
];

export function CreateGroupDialog({ kind: given, onClose, onCreated }: CreateGroupDialogProps) {
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Kind>(given ?? "static");
  const { create } = useGroupEdits();
  const isTaken = create.error instanceof ApiError && create.error.code === "content_group.name_taken";

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === "") return;
    create.mutate(
      { name, kind, ...(kind === "dynamic" && { rules: NEW_RULES }) },
      {
        onSuccess: (group) => {
          onClose();
          onCreated(group);
        },
      },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="New group"
      description="A group is a source for schedules: fill gaps from it, or an evening."
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            tone="primary"
            type="submit"
            form="create-group"
            busy={create.isPending}
            disabled={name.trim() === ""}
          >
            Create group
          </Button>
        </>
      }
    >
      <form id="create-group" onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Name" error={create.error ? create.error.message : undefined}>
          <Input
            data-autofocus
            value={name}
            maxLength={200}
            aria-invalid={isTaken || undefined}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        {!given && (
          <fieldset className="flex flex-col gap-1">
            <legend className="mb-1 font-medium text-sm">Items</legend>
            {KINDS.map(([value, title, note]) => (
              <label key={value} className="flex cursor-pointer gap-2.5 rounded-md px-1 py-1.5 hover:bg-hover">
                <input
                  type="radio"
                  name="kind"
                  className="mt-0.5 size-4 shrink-0 accent-accent"
                  checked={kind === value}
                  onChange={() => setKind(value)}
                />
                <span>
                  {title}
                  <span className="block text-muted text-sm">{note}</span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
      </form>
    </Dialog>
  );
}
