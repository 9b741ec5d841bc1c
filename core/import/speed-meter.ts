/** Speed is told over the last so many milliseconds. */
const WINDOW_MS = 5_000;

/** How many bytes have come, and how fast they come now. */
export class SpeedMeter {
  private readonly marks: { atMs: number; bytes: number }[] = [];

  /** Notes that `bytes` have come altogether, and tells bytes per second; null before there is anything to tell. */
  at(nowMs: number, bytes: number): number | null {
    const last = this.marks.at(-1);
    // A mark for each piece of network data would make the window long to walk.
    if (!last || nowMs - last.atMs >= 250) this.marks.push({ atMs: nowMs, bytes });
    while (this.marks.length > 2 && nowMs - this.marks[1]!.atMs >= WINDOW_MS) this.marks.shift();
    const first = this.marks[0]!;
    const spanMs = nowMs - first.atMs;
    return spanMs < 500 ? null : Math.round(((bytes - first.bytes) / spanMs) * 1000);
  }
}
