import type { Cue } from "@/core/content/captions";

/** Cues kept in memory in all, about 25 MB: some hundred films. */
const KEPT_CUES = 200_000;

/** Caption tracks that were asked for lately, read once each: players fetch a segment of one every few seconds. */
export class KeptCues {
  private readonly tracks = new Map<string, Cue[]>();
  private readonly reading = new Map<string, Promise<Cue[] | null>>();
  private count = 0;

  /** @param read cues of a track, which never change; null when it is gone, which is asked again each time */
  constructor(private readonly read: (contentItemId: string, captionId: string) => Promise<Cue[] | null>) {}

  async get(contentItemId: string, captionId: string): Promise<Cue[] | null> {
    const key = `${contentItemId}/${captionId}`;
    const known = this.tracks.get(key);
    if (known) {
      this.tracks.delete(key); // and in again, so that the map's order is the order of last use
      this.tracks.set(key, known);
      return known;
    }
    const running = this.reading.get(key) ?? this.read(contentItemId, captionId);
    this.reading.set(key, running);
    try {
      const cues = await running;
      if (cues && !this.tracks.has(key)) this.keep(key, cues);
      return cues;
    } finally {
      this.reading.delete(key);
    }
  }

  private keep(key: string, cues: Cue[]): void {
    this.tracks.set(key, cues);
    this.count += cues.length;
    for (const [oldest, track] of this.tracks) {
      if (this.count <= KEPT_CUES || oldest === key) return;
      this.tracks.delete(oldest);
      this.count -= track.length;
    }
  }
}
