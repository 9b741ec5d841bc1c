import type { Stretch } from "@/core/schedule/gaps";
import type { Axis } from "@/core/schedule/grid-axis";
import type { Refusal } from "@/core/schedule/grid-space";
import type { EditableFrom, GuideIndex } from "@/core/schedule/guide-index";
import type { GuideRow } from "@/core/schedule/guide-rows";
import type { BlockEnd } from "@/core/schedule/resize-block";
import type { GuideBlock } from "./guide-block";

/** What is known of the guide while something is held over it. */
export interface Ground {
  axis: Axis;
  rows: readonly GuideRow[];
  /** Rows are days of one channel: up and down is a day earlier and later. */
  isWeek: boolean;
  index: GuideIndex<GuideBlock>;
  /** What has been read of each channel: only there a gap is one. */
  known: ReadonlyMap<string, Stretch>;
  editableFrom: EditableFrom;
  /** What is in the way gives way. */
  isRipple: boolean;
}

/** What is in the hand, where it would come to stand, and why it may not. */
export interface Held {
  how: "move" | "copy" | "place" | "resize";
  /** Whose hand it is: while one has it, the other does not reach it. */
  by: "pointer" | "keys";
  /** The end that is held, where it is one. */
  end: BlockEnd | null;
  /** The block that the hand holds; the others go with it. */
  lead: GuideBlock;
  /** As they stand; empty for what is new. */
  before: readonly GuideBlock[];
  after: readonly GuideBlock[];
  refusal: Refusal | null;
  /** What the lead holds on to, in words. */
  hint: string | null;
}
