"use client";

import type { Channel } from "@/core/channels/contract";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { toast } from "../ui/notify";
import { Skeleton } from "../ui/skeleton";
import { useChannelEdits, useChecklist } from "./use-channels";

/** Says what publishing does and what the channel still lacks, before it goes on air. */
export function PublishDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { publish } = useChannelEdits();
  const checklist = useChecklist(channel.id);
  const open = checklist.data?.items.filter(({ passed }) => !passed) ?? [];
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Publish “${channel.name}”?`}
      description="It goes on air within seconds: everybody who has one of its addresses can watch it, and it stands in the public guides. What its guide says airs at the time it says; what has passed is never aired."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            data-autofocus
            tone="primary"
            busy={publish.isPending}
            onClick={() =>
              publish.mutate(channel.id, {
                onSuccess: () => {
                  toast.success(`“${channel.name}” is on air`);
                  onClose();
                },
              })
            }
          >
            Publish
          </Button>
        </>
      }
    >
      {checklist.isPending && <Skeleton className="h-16 w-full" />}
      {checklist.data && open.length === 0 && <p className="text-ok">Everything on its launch checklist is done.</p>}
      {open.length > 0 && (
        <>
          <h3 className="font-medium">Still open on its launch checklist</h3>
          <ul className="mt-1 list-disc pl-5 text-muted">
            {open.map(({ id, title, detail }) => (
              <li key={id}>
                <span className="text-text">{title}.</span> {detail}
              </li>
            ))}
          </ul>
        </>
      )}
      {publish.isError && (
        <p role="alert" className="mt-3 text-danger">
          {publish.error.message}
        </p>
      )}
    </Dialog>
  );
}
