import type { Airing } from "./airing";
import { type PlayoutInput, REMEMBERED } from "./next-airings";

type Planned = Omit<PlayoutInput, "tables">;

/**
 * The input with which a plan goes on after `airings` that it made, as if they had been committed meanwhile. Give it
 * `blocks` and `untilUs` to go on further than the first input reached.
 */
export function continued(
  input: Planned,
  airings: readonly Airing[],
  further: Partial<Pick<Planned, "blocks" | "untilUs">> = {},
): Planned {
  const first = airings[0];
  const last = airings.at(-1);
  if (!first || !last) return { ...input, ...further };
  const before = input.recent.filter((airing) => airing.mediaSequence < first.mediaSequence);
  const ofLoop = airings.findLast((airing) => airing.kind === "content" && airing.blockId === null);
  const blocks = further.blocks ?? input.blocks;
  return {
    ...input,
    ...further,
    recent: [...before, ...airings].slice(-REMEMBERED),
    newestMayGoOn: true,
    fromUs: last.endsAtUs,
    blocks: blocks.filter((block) => block.endsAtMs * 1000 > last.endsAtUs),
    previousLoopItemId: ofLoop?.contentItemId ?? input.previousLoopItemId,
  };
}

/** Airings with more appended: the first of these may be the last of those, grown. */
export function appended(airings: readonly Airing[], more: readonly Airing[]): Airing[] {
  const first = more[0];
  const grows = first !== undefined && airings.at(-1)?.mediaSequence === first.mediaSequence;
  return [...(grows ? airings.slice(0, -1) : airings), ...more];
}
