"use client";

import { type KeyboardEvent, memo, useMemo } from "react";
import type { Stretch } from "@/core/schedule/gaps";
import type { Axis } from "@/core/schedule/grid-axis";
import { overlaps } from "@/core/schedule/grid-space";
import type { GuideBlock } from "./guide-block";
import { GuideBlockButton } from "./guide-block-button";

interface GuideTrackBlocksProps {
  blocks: readonly GuideBlock[];
  axis: Axis;
  drawn: Stretch;
  timeZone: string;
  conflictIds: readonly string[];
  selectedId: string | null;
  heldId: string | null;
  onAirId: string | null;
  editableFromMs: number | null;
  onSelect: (block: GuideBlock) => void;
  onOpen: (block: GuideBlock) => void;
  onKeyDown: (event: KeyboardEvent, block: GuideBlock) => void;
}

/** The blocks of one row that are worth drawing; the chosen one always is, so that it keeps the focus. */
export const GuideTrackBlocks = memo(function GuideTrackBlocks(props: GuideTrackBlocksProps) {
  const { blocks, drawn, conflictIds, selectedId, heldId, onAirId, editableFromMs } = props;
  const shown = useMemo(
    () => blocks.filter((block) => overlaps(block, drawn) || block.id === selectedId || block.id === heldId),
    [blocks, drawn, selectedId, heldId],
  );
  return shown.map((block) => (
    <GuideBlockButton
      key={block.id}
      block={block}
      axis={props.axis}
      timeZone={props.timeZone}
      isConflicting={conflictIds.includes(block.id)}
      isSelected={block.id === selectedId}
      isHeld={block.id === heldId}
      isOnAir={block.id === onAirId}
      isLocked={isLockedBlock(block, editableFromMs)}
      onSelect={props.onSelect}
      onOpen={props.onOpen}
      onKeyDown={props.onKeyDown}
    />
  ));
});

/** A block that starts inside the locked band stays where it is. */
export function isLockedBlock(block: Stretch, editableFromMs: number | null): boolean {
  return editableFromMs !== null && block.fromMs < editableFromMs;
}
