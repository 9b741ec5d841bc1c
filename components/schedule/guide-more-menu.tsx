"use client";

import { BookmarkPlus, CalendarPlus, CopyPlus, Ellipsis, LayoutTemplate, Megaphone } from "lucide-react";
import { useState } from "react";
import type { Channel } from "@/core/channels/contract";
import type { DayName } from "@/core/schedule/grid-day";
import { ApplyTemplateDialog } from "../programming/apply-template-dialog";
import { SaveTemplateDialog } from "../programming/save-template-dialog";
import { useTemplates } from "../programming/use-templates";
import { IconButton } from "../ui/icon-button";
import { Menu } from "../ui/menu";
import { MenuItem, MenuSeparator } from "../ui/menu-item";
import { AdBreakDialog } from "./ad-break-dialog";
import { CopyDialog } from "./copy-dialog";

interface GuideMoreMenuProps {
  channel: Channel;
  day: DayName;
  onDay: (day: DayName) => void;
}

/** Verbs on whole days and weeks. */
export function GuideMoreMenu({ channel, day, onDay }: GuideMoreMenuProps) {
  const [asking, setAsking] = useState<"copy-day" | "copy-week" | "save" | "apply" | "ad-break" | null>(null);
  const templates = useTemplates(channel.id);
  const close = () => setAsking(null);
  const items = templates.data?.items ?? [];
  return (
    <>
      <Menu
        trigger={
          <IconButton label="Days and weeks">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<Megaphone aria-hidden />} onSelect={() => setAsking("ad-break")}>
          Add an ad break…
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<CopyPlus aria-hidden />} onSelect={() => setAsking("copy-day")}>
          Copy this day…
        </MenuItem>
        <MenuItem icon={<CalendarPlus aria-hidden />} onSelect={() => setAsking("copy-week")}>
          Copy this week…
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<BookmarkPlus aria-hidden />} onSelect={() => setAsking("save")}>
          Save this week as a template…
        </MenuItem>
        <MenuItem
          icon={<LayoutTemplate aria-hidden />}
          disabled={items.length === 0}
          onSelect={() => setAsking("apply")}
        >
          {items.length === 0 ? "Apply a template (none yet)" : "Apply a template…"}
        </MenuItem>
      </Menu>
      {asking === "ad-break" && <AdBreakDialog channel={channel} day={day} onClose={close} />}
      {(asking === "copy-day" || asking === "copy-week") && (
        <CopyDialog
          channel={channel}
          what={asking === "copy-day" ? "day" : "week"}
          day={day}
          onClose={close}
          onDay={onDay}
        />
      )}
      {asking === "save" && <SaveTemplateDialog channel={channel} day={day} onClose={close} />}
      {asking === "apply" && items.length > 0 && (
        <ApplyTemplateDialog channel={channel} templates={items} day={day} onClose={close} />
      )}
    </>
  );
}
