import { RUNGS, type Rung } from "../playout/segment-table";
import { RUNG_PROFILES } from "./profile";

export interface LadderRung {
  name: Rung;
  width: number;
  height: number;
}

/** A source that falls short of a box by so little (1919×1079, 853×479) still earns the rung, at its own size. */
const SLACK = 0.98;
/** x264 and players need a few pixels to work with. */
const SMALLEST_SIDE = 16;

/**
 * The rungs for a picture of this display size, best first: each fits its box without padding, has even sides and
 * is never larger than the source. A picture that fills no box gives `360p` at its own size.
 */
export function ladderFor(display: { width: number; height: number }): LadderRung[] {
  const reached = RUNGS.filter((name) => {
    const { boxWidth, boxHeight } = RUNG_PROFILES[name];
    return display.width >= boxWidth * SLACK || display.height >= boxHeight * SLACK;
  });
  return (reached.length > 0 ? reached : (["360p"] as const)).map((name) => fitted(name, display));
}

function fitted(name: Rung, display: { width: number; height: number }): LadderRung {
  const { boxWidth, boxHeight } = RUNG_PROFILES[name];
  const scale = Math.min(1, boxWidth / display.width, boxHeight / display.height);
  return {
    name,
    width: even(display.width * scale, display.width),
    height: even(display.height * scale, display.height),
  };
}

/** The nearest even number, below the limit where that is the question. */
function even(length: number, limit: number): number {
  const nearest = 2 * Math.round(length / 2);
  return Math.max(SMALLEST_SIDE, nearest > limit ? nearest - 2 : nearest);
}
