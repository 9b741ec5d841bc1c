"use client";

import { BookmarkPlus, CalendarClock, CalendarPlus, CopyPlus, Ellipsis, LayoutTemplate, Megaphone } from "lucide-react";
import type { Channel } from "@/core/channels/contract";
import { useTemplates } from "../programming/use-templates";
import { IconButton } from "../ui/icon-button";
import { Menu } from "../ui/menu";
import { MenuItem, MenuSeparator } from "../ui/menu-item";
import type { Asked } from "./guide-dialogs";

interface GuideMoreMenuProps {
  channel: Channel;
  onAsk: (asked: Asked) => void;
}

/** Verbs on whole days and weeks. */
export function GuideMoreMenu({ channel, onAsk }: GuideMoreMenuProps) {
  const templates = useTemplates(channel.id);
  const hasTemplates = (templates.data?.items.length ?? 0) > 0;
  return (
    <Menu
      trigger={
        <IconButton label="Days and weeks">
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      <MenuItem icon={<CalendarClock aria-hidden />} onSelect={() => onAsk({ what: "preview" })}>
        Watch what will be on air…
      </MenuItem>
      <MenuItem icon={<Megaphone aria-hidden />} onSelect={() => onAsk({ what: "ad-break" })}>
        Add an ad break…
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<CopyPlus aria-hidden />} onSelect={() => onAsk({ what: "copy-day" })}>
        Copy this day…
      </MenuItem>
      <MenuItem icon={<CalendarPlus aria-hidden />} onSelect={() => onAsk({ what: "copy-week" })}>
        Copy this week…
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<BookmarkPlus aria-hidden />} onSelect={() => onAsk({ what: "save-template" })}>
        Save this week as a template…
      </MenuItem>
      <MenuItem
        icon={<LayoutTemplate aria-hidden />}
        disabled={!hasTemplates}
        onSelect={() => onAsk({ what: "apply-template" })}
      >
        {hasTemplates ? "Apply a template…" : "Apply a template (none yet)"}
      </MenuItem>
    </Menu>
  );
}
