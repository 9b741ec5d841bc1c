"use client";

import { Ellipsis, Pencil, RadioTower, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { later } from "@/components/ui/later";
import type { Channel } from "@/core/channels/contract";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { IconButton } from "../ui/icon-button";
import { Menu } from "../ui/menu";
import { MenuItem, MenuSeparator } from "../ui/menu-item";
import { toast } from "../ui/notify";
import { useChannelEdits } from "./use-channels";

// Each comes with the first channel that asks for it.
const ChannelForm = later(() => import("./channel-form").then((module) => module.ChannelForm));
const PublishDialog = later(() => import("./publish-dialog").then((module) => module.PublishDialog));
const UnpublishDialog = later(() => import("./unpublish-dialog").then((module) => module.UnpublishDialog));

interface ChannelActionsProps {
  channel: Channel;
  /** More buttons, before the ones of the channel's life. */
  children?: ReactNode;
  size?: "sm" | "md";
  onDeleted?: () => void;
  /** Asked at once: the page was opened for it. */
  ask?: "publish" | "unpublish" | null;
}

type Question = "edit" | "publish" | "unpublish" | "delete";

/** Publish or take off the air, edit, delete: what becomes of it is said before it happens. */
export function ChannelActions({ channel, children, size = "md", onDeleted, ask }: ChannelActionsProps) {
  const { remove } = useChannelEdits();
  const [asking, setAsking] = useState<Question | null>(ask ?? null);
  const close = () => setAsking(null);
  const failed = (title: string) => (error: Error) => toast.error(title, { description: error.message });
  const isDraft = channel.status === "draft";
  return (
    <>
      {children}
      {isDraft ? (
        <Button tone="primary" size={size} icon={<RadioTower aria-hidden />} onClick={() => setAsking("publish")}>
          Publish
        </Button>
      ) : (
        <Button size={size} onClick={() => setAsking("unpublish")}>
          Unpublish
        </Button>
      )}
      <Menu
        trigger={
          <IconButton label={`More about ${channel.name}`} size={size}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setAsking("edit")}>
          Edit
        </MenuItem>
        <MenuSeparator />
        <MenuItem tone="danger" icon={<Trash2 aria-hidden />} disabled={!isDraft} onSelect={() => setAsking("delete")}>
          {isDraft ? "Delete" : "Delete (unpublish first)"}
        </MenuItem>
      </Menu>
      {asking === "publish" && isDraft && <PublishDialog channel={channel} onClose={close} />}
      {asking === "edit" && <ChannelForm channel={channel} onClose={close} />}
      {asking === "unpublish" && !isDraft && <UnpublishDialog channel={channel} onClose={close} />}
      <ConfirmDialog
        open={asking === "delete"}
        onOpenChange={close}
        title={`Delete “${channel.name}”?`}
        description="Its guide and its as-run log go with it. Your content stays in the library."
        action="Delete channel"
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(channel.id, {
            onSuccess: () => {
              toast(`“${channel.name}” deleted`);
              onDeleted?.();
            },
            onError: failed("The channel could not be deleted"),
            onSettled: close,
          })
        }
      />
    </>
  );
}
