/** One picture of a storyboard: a rectangle of the sprite, shown for a stretch of the item. */
export interface StoryboardCue {
  fromSeconds: number;
  toSeconds: number;
  url: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const CUE =
  /(?:(\d+):)?(\d{2}):(\d{2})\.(\d{3})[ \t]+-->[ \t]+(?:(\d+):)?(\d{2}):(\d{2})\.(\d{3})[^\n]*\n([^\n#]+)#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)/g;

/** Reads a WebVTT index of thumbnails (`sprite.jpg#xywh=x,y,w,h`). Addresses are taken relative to `vttUrl`. */
export function parseStoryboard(text: string, vttUrl: string): StoryboardCue[] {
  const cues: StoryboardCue[] = [];
  for (const match of text.replaceAll("\r\n", "\n").matchAll(CUE)) {
    const [, fh, fm, fs, fms, th, tm, ts, tms, file, x, y, width, height] = match;
    const seconds = (h: string | undefined, m: string, s: string, ms: string) =>
      Number(h ?? 0) * 3600 + Number(m) * 60 + Number(s) + Number(ms) / 1000;
    cues.push({
      fromSeconds: seconds(fh, fm!, fs!, fms!),
      toSeconds: seconds(th, tm!, ts!, tms!),
      url: new URL(file!.trim(), vttUrl).href,
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    });
  }
  return cues;
}

export function cueAt(cues: readonly StoryboardCue[], seconds: number): StoryboardCue | null {
  return cues.find((cue) => seconds >= cue.fromSeconds && seconds < cue.toSeconds) ?? cues.at(-1) ?? null;
}
