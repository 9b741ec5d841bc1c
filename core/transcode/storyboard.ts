/** How the small pictures of a storyboard lie in their sprite, and which segment each is taken from. */
export interface StoryboardLayout {
  columns: number;
  rows: number;
  tileWidth: number;
  tileHeight: number;
  /** One tile per entry, in order. */
  tiles: { segment: number; startSeconds: number; endSeconds: number }[];
}

const MAX_TILES = 100;
const COLUMNS = 10;
const TILE_BOX = { width: 160, height: 90 };

/**
 * At most a hundred tiles, evenly spread, each the first frame of a segment. `segmentSeconds` are the lengths of all
 * segments in order.
 */
export function storyboardLayout(
  segmentSeconds: readonly number[],
  picture: { width: number; height: number },
): StoryboardLayout {
  const step = Math.ceil(segmentSeconds.length / MAX_TILES);
  const starts: number[] = [];
  let at = 0;
  for (const seconds of segmentSeconds) {
    starts.push(at);
    at += seconds;
  }
  const chosen = starts.map((_, segment) => segment).filter((segment) => segment % step === 0);
  const scale = Math.min(TILE_BOX.width / picture.width, TILE_BOX.height / picture.height);
  const columns = Math.min(COLUMNS, chosen.length);
  return {
    columns,
    rows: Math.ceil(chosen.length / columns),
    tileWidth: Math.max(2, 2 * Math.round((picture.width * scale) / 2)),
    tileHeight: Math.max(2, 2 * Math.round((picture.height * scale) / 2)),
    tiles: chosen.map((segment, index) => ({
      segment,
      startSeconds: starts[segment]!,
      endSeconds: starts[chosen[index + 1] ?? -1] ?? at,
    })),
  };
}

/** WebVTT whose cues name a rectangle of the sprite (Media Fragments `#xywh=`), as players' scrub bars read it. */
export function storyboardVtt(layout: StoryboardLayout, spriteName: string): string {
  const cues = layout.tiles.map(({ startSeconds, endSeconds }, index) => {
    const x = (index % layout.columns) * layout.tileWidth;
    const y = Math.floor(index / layout.columns) * layout.tileHeight;
    const place = `${spriteName}#xywh=${x},${y},${layout.tileWidth},${layout.tileHeight}`;
    return `${timestamp(startSeconds)} --> ${timestamp(endSeconds)}\n${place}\n`;
  });
  return `WEBVTT\n\n${cues.join("\n")}`;
}

function timestamp(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const part = (value: number, digits: number) => String(value).padStart(digits, "0");
  const hours = Math.floor(milliseconds / 3_600_000);
  const minutes = Math.floor(milliseconds / 60_000) % 60;
  return `${part(hours, 2)}:${part(minutes, 2)}:${part(Math.floor(milliseconds / 1000) % 60, 2)}.${part(milliseconds % 1000, 3)}`;
}
