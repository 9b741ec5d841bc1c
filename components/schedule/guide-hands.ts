import type { GuideBlock } from "./guide-block";
import type { OpenGap } from "./guide-gaps";
import type { Caret, GroundNow, GuideStore } from "./guide-store";
import type { GuideActions } from "./use-guide-actions";

/** What keys and pointer work with: the guide as it is, its verbs, and what else the page can do. */
export interface GuideHands {
  store: GuideStore;
  ground: GroundNow;
  actions: GuideActions;
  isLocked: (block: GuideBlock) => boolean;
  zoneOf: (channelId: string) => string;
  onOpen: (block: GuideBlock) => void;
  onFill: (gap: OpenGap) => void;
  onAdBreak: () => void;
  onFocus: (block: GuideBlock) => void;
  /** Scrolls as far as is needed to see a stretch of a row. */
  onReveal: (row: number, stretch: { fromMs: number; toMs: number }) => void;
  onZoom: (step: -1 | 1) => void;
  onNow: () => void;
  onRipple: () => void;
  /** Where a paste goes: to the mark, after what is chosen, or to the left edge. */
  target: () => Caret;
}
