"use client";

import { BookmarkPlus, CalendarClock, CalendarPlus, CopyPlus, LayoutTemplate, Megaphone } from "lucide-react";
import { useTemplates } from "../programming/use-templates";
import { MenuItem, MenuSeparator } from "../ui/menu-item";
import type { Asked } from "./guide-dialogs";

export interface GuideMoreEntriesProps {
  channelId: string;
  onAsk: (asked: Asked) => void;
}

/** What `GuideMoreMenu` holds. */
export function GuideMoreEntries({ channelId, onAsk }: GuideMoreEntriesProps) {
  const templates = useTemplates(channelId);
  const hasTemplates = (templates.data?.items.length ?? 0) > 0;
  return (
    <>
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
    </>
  );
}
