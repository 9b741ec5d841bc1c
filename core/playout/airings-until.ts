import { type Airing, tableIdOf } from "./airing";
import type { SegmentTable } from "./segment-table";
import { stretchUs } from "./track-time";

/** What is left of airings when a channel leaves the air: every segment that ends by `atUs`, and no other. */
export function airingsUntil(
  airings: readonly Airing[],
  tables: ReadonlyMap<string, SegmentTable>,
  atUs: number,
): Airing[] {
  return airings.flatMap((airing) => {
    if (airing.endsAtUs <= atUs) return [airing];
    const track = tables.get(tableIdOf(airing))?.video;
    for (let segmentCount = airing.segmentCount - 1; track && segmentCount > 0; segmentCount--) {
      const endsAtUs = airing.startsAtUs + stretchUs(track, airing.firstSegment, segmentCount);
      if (endsAtUs <= atUs) return [{ ...airing, segmentCount, endsAtUs }];
    }
    return [];
  });
}
