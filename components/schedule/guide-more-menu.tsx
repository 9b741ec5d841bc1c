"use client";

import { Ellipsis } from "lucide-react";
import { IconButton } from "../ui/icon-button";
import { later } from "../ui/later";
import { Menu } from "../ui/menu";
import type { GuideMoreEntriesProps } from "./guide-more-entries";

const Entries = later(() => import("./guide-more-entries").then((module) => module.GuideMoreEntries));

/** Verbs on whole days and weeks. */
export function GuideMoreMenu(props: GuideMoreEntriesProps) {
  return (
    <Menu
      onNear={Entries.prepare}
      trigger={
        <IconButton label="Days and weeks">
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      <Entries {...props} />
    </Menu>
  );
}
