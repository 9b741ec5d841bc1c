"use client";

import { ChevronDown, ChevronRight, Ellipsis, Pencil, Plus, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import type { Channel } from "@/core/channels/contract";
import { dayOf } from "@/core/schedule/grid-day";
import { lengthText } from "@/core/schedule/grid-text";
import type { Template } from "@/core/schedule/template";
import { ApplyTemplateDialog } from "../programming/apply-template-dialog";
import { useTemplateEdits } from "../programming/use-templates";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { IconButton } from "../ui/icon-button";
import { Menu } from "../ui/menu";
import { MenuItem, MenuSeparator } from "../ui/menu-item";
import { toast } from "../ui/notify";
import { AddStretchDialog } from "./add-stretch-dialog";
import { RenameTemplateDialog } from "./rename-template-dialog";
import { TemplateEntries } from "./template-entries";

/** One template: apply it, look into it, change it, forget it. */
export function WeekTemplate({ channel, template }: { channel: Channel; template: Template }) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [asking, setAsking] = useState<"apply" | "rename" | "add" | "delete" | null>(null);
  const { remove } = useTemplateEdits(channel.id);
  const close = () => setAsking(null);
  const lengthMs = template.entries.reduce((sum, entry) => sum + entry.durationSeconds * 1000, 0);
  const count = template.entries.length;
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
          className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-md text-left hover:bg-hover"
        >
          {isOpen ? (
            <ChevronDown className="size-4 shrink-0 text-muted" aria-hidden />
          ) : (
            <ChevronRight className="size-4 shrink-0 text-muted" aria-hidden />
          )}
          <span className="min-w-0">
            <span className="block truncate font-medium">{template.name}</span>
            <span className="times block text-muted text-sm">
              {count} {count === 1 ? "entry" : "entries"}, {lengthText(lengthMs)} a week
            </span>
          </span>
        </button>
        <Button size="sm" onClick={() => setAsking("apply")}>
          Apply
        </Button>
        <Menu
          trigger={
            <IconButton label={`More about ${template.name}`} size="sm">
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setAsking("rename")}>
            Rename
          </MenuItem>
          <MenuItem icon={<Plus aria-hidden />} onSelect={() => setAsking("add")}>
            Add a filled stretch
          </MenuItem>
          <MenuSeparator />
          <MenuItem tone="danger" icon={<Trash2 aria-hidden />} onSelect={() => setAsking("delete")}>
            Delete
          </MenuItem>
        </Menu>
      </div>
      {isOpen && <TemplateEntries id={id} channelId={channel.id} template={template} />}
      {asking === "apply" && (
        <ApplyTemplateDialog
          channel={channel}
          templates={[template]}
          day={dayOf(Date.now(), channel.timezone)}
          onClose={close}
        />
      )}
      {asking === "rename" && <RenameTemplateDialog channelId={channel.id} template={template} onClose={close} />}
      {asking === "add" && (
        <AddStretchDialog channelId={channel.id} template={template} onClose={close} onAdded={() => setOpen(true)} />
      )}
      <ConfirmDialog
        open={asking === "delete"}
        onOpenChange={close}
        title={`Delete “${template.name}”?`}
        description="What was placed from it stays on the guide."
        action="Delete template"
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(template.id, {
            onSuccess: () => toast(`“${template.name}” deleted`),
            onError: (error) => toast.error("The template could not be deleted", { description: error.message }),
            onSettled: close,
          })
        }
      />
    </li>
  );
}
