"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { ApiError } from "@/components/api/client";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/notify";
import type { ContentDetail } from "@/core/content/contract";
import { useDeleteContent } from "./content-queries";
import { ItemSchedule } from "./item-schedule";
import { closePanel } from "./library-address";

/** Asks, says what goes with it, and deletes. */
export function DeleteItem({ item }: { item: ContentDetail }) {
  const [isOpen, setOpen] = useState(false);
  const [isScheduled, setScheduled] = useState(false);
  const remove = useDeleteContent();
  const blocks = item.usedBy.length;
  const force = blocks > 0 || isScheduled;

  function confirm() {
    remove.mutate(
      { id: item.id, force },
      {
        onSuccess: () => {
          setOpen(false);
          closePanel();
          toast.success(`“${item.title}” was deleted`);
        },
        // Somebody placed it on the guide since this panel was loaded: say so and ask again.
        onError: (error) => setScheduled(error instanceof ApiError && error.code === "content.scheduled"),
      },
    );
  }

  return (
    <>
      <IconButton label="Delete" onClick={() => setOpen(true)}>
        <Trash2 aria-hidden />
      </IconButton>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={(open) => {
          setOpen(open);
          if (!open) remove.reset();
        }}
        title={`Delete “${item.title}”?`}
        description={
          force
            ? "It is on the schedule. Its blocks are removed too, and their time becomes free."
            : "The file and everything made from it are removed. This cannot be undone."
        }
        action={force ? "Delete with its blocks" : "Delete"}
        busy={remove.isPending}
        onConfirm={confirm}
      >
        {blocks > 0 && <ItemSchedule usedBy={item.usedBy} />}
        {remove.isError && (
          <p role="alert" className="mt-2 text-danger text-sm">
            {remove.error.message}
          </p>
        )}
      </ConfirmDialog>
    </>
  );
}
