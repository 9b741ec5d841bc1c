import type { Ground, Held } from "./ground";
import type { GuideBlock } from "./guide-block";

/** A frame that is drawn over the guide to choose what it touches: rows, and time along the axis. */
export interface Marquee {
  firstRow: number;
  lastRow: number;
  fromOffsetMs: number;
  toOffsetMs: number;
}

/** A place of the guide: where the next paste goes. */
export interface Caret {
  row: number;
  atMs: number;
}

export interface GuideState {
  held: Held | null;
  /** What was carried out last was refused: where, why, and what was in the way. */
  refusal: { row: number; atMs: number; message: string; conflictIds: readonly string[] } | null;
  marquee: Marquee | null;
  selected: ReadonlySet<string>;
  /** The block that the keyboard is on. */
  focusedId: string | null;
  caret: Caret | null;
  clipboard: readonly GuideBlock[];
  /** What a screen reader was told last. */
  said: string;
}

/**
 * What changes with every movement of the hand. It lives outside React's tree, so that only what draws it is drawn
 * anew: 2,000 blocks stay as they are while one is dragged over them.
 */
export class GuideStore {
  state: GuideState = {
    held: null,
    refusal: null,
    marquee: null,
    selected: new Set(),
    focusedId: null,
    caret: null,
    clipboard: [],
    said: "",
  };
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(changes: Partial<GuideState>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.listeners) listener();
  }
}

/** Read when it is needed, by what outlives a drawing of the page. */
export type GroundNow = { current: Ground };
