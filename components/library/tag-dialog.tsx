"use client";

import { Tags } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useLabels } from "./content-queries";
import { TagsInput } from "./tags-input";
import { countText, useBulkEdits } from "./use-bulk-edits";

/** Opens the dialog that tags many items. */
export function TagButton({ ids }: { ids: readonly string[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Tags aria-hidden />} onClick={() => setOpen(true)}>
        Tag
      </Button>
      {isOpen && <TagDialog ids={ids} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Adds tags to many items and takes others off; what else they carry stays. */
function TagDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const id = useId();
  const { tag } = useBulkEdits();
  const known = useLabels().data?.tags.map(({ label }) => label) ?? [];
  const [added, setAdded] = useState<string[]>([]);
  const [removed, setRemoved] = useState<string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const canApply = added.length + removed.length > 0;

  async function apply(event: FormEvent) {
    event.preventDefault();
    if (!canApply) return;
    setBusy(true);
    await tag(ids, added, removed);
    onClose();
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={`Tag ${countText(ids.length)}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} tone="primary" busy={isBusy}>
            Apply
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={apply} className="flex flex-col gap-4 pb-2">
        <div>
          <label htmlFor={`${id}-add`} className="mb-1 block font-medium text-sm">
            Add
          </label>
          <TagsInput id={`${id}-add`} value={added} onChange={setAdded} suggestions={known} />
        </div>
        <div>
          <label htmlFor={`${id}-remove`} className="mb-1 block font-medium text-sm">
            Remove
          </label>
          <TagsInput id={`${id}-remove`} value={removed} onChange={setRemoved} suggestions={known} />
        </div>
      </form>
    </Dialog>
  );
}
