"use client";

import {
  CalendarClock,
  CalendarPlus,
  ClipboardPaste,
  Copy,
  Info,
  ListEnd,
  Megaphone,
  Repeat,
  Scissors,
  Trash2,
} from "lucide-react";
import type { Stretch } from "@/core/schedule/gaps";
import { clockText } from "@/core/schedule/grid-text";
import { PointMenu } from "../ui/menu";
import { MenuItem, MenuLabel, MenuSeparator } from "../ui/menu-item";
import type { GuideBlock } from "./guide-block";

/** Where a menu was asked for, and what lies there. */
export interface MenuPlace {
  at: { x: number; y: number };
  row: number;
  channelId: string;
  atMs: number;
  block: GuideBlock | null;
  gap: Stretch | null;
}

interface GuideMenuProps {
  place: MenuPlace;
  timeZone: string;
  /** What the verbs act on: the chosen blocks, or the one under the hand. */
  blocks: readonly GuideBlock[];
  isLocked: boolean;
  canPaste: boolean;
  canPreview: boolean;
  onOpen: () => void;
  onCopy: () => void;
  onCut: () => void;
  onPaste: () => void;
  onKind: (kind: "content" | "filler") => void;
  onRemove: (closesGap: boolean) => void;
  onFill: (gap: Stretch) => void;
  onAdBreak: () => void;
  onPreview: () => void;
  onClose: () => void;
}

/** What can be done at a place of the guide. */
export function GuideMenu(props: GuideMenuProps) {
  const { place, timeZone, blocks, isLocked } = props;
  const many = blocks.length > 1 ? ` ${blocks.length} blocks` : "";
  const isFiller = blocks.every(({ kind }) => kind === "filler");
  return (
    <PointMenu at={place.at} onClose={props.onClose}>
      <MenuLabel>
        <span className="times">{clockText(place.atMs, timeZone)}</span>
      </MenuLabel>
      {props.canPreview && (
        <MenuItem icon={<CalendarClock aria-hidden />} onSelect={props.onPreview}>
          Watch what is on air then…
        </MenuItem>
      )}
      {place.gap && (
        <MenuItem
          icon={<CalendarPlus aria-hidden />}
          shortcut="F"
          onSelect={() => place.gap && props.onFill(place.gap)}
        >
          Fill this gap…
        </MenuItem>
      )}
      {!place.block && (
        <MenuItem icon={<Megaphone aria-hidden />} shortcut="B" onSelect={props.onAdBreak}>
          Add an ad break…
        </MenuItem>
      )}
      <MenuItem
        icon={<ClipboardPaste aria-hidden />}
        shortcut="Ctrl V"
        disabled={!props.canPaste}
        onSelect={props.onPaste}
      >
        Paste here
      </MenuItem>
      {blocks.length > 0 && (
        <>
          <MenuSeparator />
          {blocks.length === 1 && (
            <MenuItem icon={<Info aria-hidden />} shortcut="Enter" onSelect={props.onOpen}>
              Details…
            </MenuItem>
          )}
          <MenuItem icon={<Copy aria-hidden />} shortcut="Ctrl C" onSelect={props.onCopy}>
            Copy{many}
          </MenuItem>
          <MenuItem icon={<Scissors aria-hidden />} shortcut="Ctrl X" disabled={isLocked} onSelect={props.onCut}>
            Cut{many}
          </MenuItem>
          {blocks.some(({ contentItemId }) => contentItemId !== null) && (
            <MenuItem
              icon={<Repeat aria-hidden />}
              disabled={isLocked}
              onSelect={() => props.onKind(isFiller ? "content" : "filler")}
            >
              {isFiller ? "Make it a programme again" : "Set as filler"}
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuItem
            icon={<Trash2 aria-hidden />}
            tone="danger"
            shortcut="Del"
            disabled={isLocked}
            onSelect={() => props.onRemove(false)}
          >
            Remove{many}
          </MenuItem>
          <MenuItem
            icon={<ListEnd aria-hidden />}
            tone="danger"
            shortcut="Shift Del"
            disabled={isLocked}
            onSelect={() => props.onRemove(true)}
          >
            Remove and close the gap
          </MenuItem>
        </>
      )}
    </PointMenu>
  );
}
