"use client";

import type { Channel } from "@/core/channels/contract";
import { useLiveKpis } from "../analytics/use-live-kpis";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { toast } from "../ui/notify";
import { useChannelEdits } from "./use-channels";

/** Says what taking a channel off the air does, and to how many, before it is done. */
export function UnpublishDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { unpublish } = useChannelEdits();
  const live = useLiveKpis(channel.id).kpis;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Take “${channel.name}” off the air?`}
      description={`${watchingText(live?.viewers ?? null)} Its addresses answer “not found”. The guide stays as it is, and publishing it again goes on from here.`}
      action="Unpublish"
      busy={unpublish.isPending}
      onConfirm={() =>
        unpublish.mutate(channel.id, {
          onSuccess: () => toast(`“${channel.name}” is off the air`),
          onError: (error) => toast.error("The channel could not be taken off the air", { description: error.message }),
          onSettled: onClose,
        })
      }
    />
  );
}

function watchingText(viewers: number | null): string {
  if (viewers === null) return "Everyone who watches loses the picture within seconds.";
  if (viewers === 0) return "Nobody watches at the moment.";
  const who = viewers === 1 ? "The one viewer of this moment loses" : `${viewers.toLocaleString()} viewers lose`;
  return `${who} the picture within seconds.`;
}
