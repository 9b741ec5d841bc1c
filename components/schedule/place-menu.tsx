"use client";

import type { GuideBlock } from "./guide-block";
import type { Asked } from "./guide-dialogs";
import { GuideMenu, type MenuPlace } from "./guide-menu";
import type { GuideStore } from "./guide-store";
import type { GuideActions } from "./use-guide-actions";

interface PlaceMenuProps {
  place: MenuPlace;
  store: GuideStore;
  zoneOf: (channelId: string) => string;
  actions: GuideActions;
  isLocked: (block: GuideBlock) => boolean;
  onAsk: (asked: Asked) => void;
  onClose: () => void;
}

/** How far ahead can be watched. */
const PREVIEW_MS = 14 * 86_400_000;

/** The menu of a place, tied to the verbs of the guide. */
export function PlaceMenu({ place, store, zoneOf, actions, isLocked, onAsk, onClose }: PlaceMenuProps) {
  const blocks = place.block ? actions.selection() : [];
  const free = blocks.filter((block) => !isLocked(block));
  const { row, atMs, channelId } = place;
  return (
    <GuideMenu
      place={place}
      timeZone={zoneOf(channelId)}
      blocks={blocks}
      isLocked={free.length === 0}
      canPaste={store.state.clipboard.length > 0}
      canPreview={atMs < Date.now() + PREVIEW_MS}
      onOpen={() => place.block && onAsk({ what: "block", blockId: place.block.id })}
      onCopy={() => actions.copy(blocks)}
      onCut={() => actions.cut(free)}
      onPaste={() => actions.paste({ row, atMs })}
      onKind={(kind) => actions.setKind(free, kind)}
      onRemove={(closesGap) => actions.remove(free, closesGap)}
      onFill={(gap) => onAsk({ what: "fill", channelId, stretch: gap })}
      onAdBreak={() => onAsk({ what: "ad-break", channelId, atMs })}
      onPreview={() => onAsk({ what: "preview", channelId, atMs })}
      onClose={onClose}
    />
  );
}
