"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import type { ContentDetail } from "@/core/content/contract";
import { ItemSchedule } from "./item-schedule";
import { closePanel } from "./library-address";
import { useBulkEdits } from "./use-bulk-edits";

/** Deletes at once, with a way back; what is on the schedule only after saying what goes with it. */
export function DeleteItem({ item }: { item: ContentDetail }) {
  const [isAsking, setAsking] = useState(false);
  const { remove } = useBulkEdits();
  const isScheduled = item.usedBy.length > 0;

  function go() {
    setAsking(false);
    closePanel();
    remove([item.id], `“${item.title}”`, isScheduled);
  }
  return (
    <>
      <IconButton label="Delete" onClick={() => (isScheduled ? setAsking(true) : go())}>
        <Trash2 aria-hidden />
      </IconButton>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Delete “${item.title}”?`}
        description="It is on the schedule. Its blocks are removed too, and their time becomes free."
        action="Delete with its blocks"
        onConfirm={go}
      >
        <ItemSchedule usedBy={item.usedBy} />
      </ConfirmDialog>
    </>
  );
}
