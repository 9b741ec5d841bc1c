import { gunzipSync } from "node:zlib";
import type { Balancer } from "./balancer";

const POLL_MS = 4_000;
const SEGMENTS_HELD = 60;
/** Who looks more often than this must never find a segment gone that it has not seen. */
const OFTEN_MS = 45_000;

/** What a player that watches a channel holds against it. */
export type Complain = (fault: string) => void;

/**
 * The requests of one real player: a media playlist of video and one of sound every segment, compressed and by entity
 * tag, and every new segment of both, once. Complains of what would stop a player.
 */
export class Player {
  private readonly sides: Side[];

  constructor(
    private readonly balancer: Balancer,
    slug: string,
    rendition: string,
    complain: Complain,
  ) {
    this.sides = [rendition, "audio"].map((name) => new Side(`/v1/channels/${slug}/${name}.m3u8`, complain));
  }

  async play(isOver: () => boolean, sleep: (ms: number) => Promise<void>): Promise<void> {
    await sleep(Math.random() * POLL_MS);
    while (!isOver()) {
      const startedAtMs = Date.now();
      for (const side of this.sides) await side.poll(this.balancer);
      await sleep(Math.max(0, POLL_MS - (Date.now() - startedAtMs)));
    }
  }
}

class Side {
  private etag: string | null = null;
  private sequence = -1;
  private discontinuity = -1;
  private lines = new Map<number, string>();
  private askedAtMs = 0;

  constructor(
    private readonly path: string,
    private readonly complain: Complain,
  ) {}

  async poll(balancer: Balancer): Promise<void> {
    const sinceMs = Date.now() - this.askedAtMs;
    this.askedAtMs = Date.now();
    const headers = { "accept-encoding": "gzip", ...(this.etag ? { "if-none-match": this.etag } : {}) };
    const { status, headers: said, body } = await balancer.ask(this.path, headers);
    if (status === 304) return;
    if (status !== 200) return this.complain(`${this.path} answered ${status}`);
    this.etag = said.etag ?? null;
    const fresh = this.take(gunzipSync(body).toString("utf8"), sinceMs < OFTEN_MS);
    for (const address of fresh) {
      const segment = await balancer.ask(address);
      if (segment.status !== 200) this.complain(`${address} answered ${segment.status}`);
    }
  }

  /** Compares with what was said before; answers the addresses of new segments (the last two at the beginning). */
  private take(text: string, often: boolean): string[] {
    const sequence = Number(/#EXT-X-MEDIA-SEQUENCE:(\d+)/.exec(text)?.[1]);
    const discontinuity = Number(/#EXT-X-DISCONTINUITY-SEQUENCE:(\d+)/.exec(text)?.[1]);
    const segments = text.split(/(?<=\.m4s)\n/).filter((part) => part.includes("#EXTINF"));
    const first = this.lines.size === 0;
    if (sequence < this.sequence)
      this.complain(`${this.path}: media sequence went back from ${this.sequence} to ${sequence}`);
    if (discontinuity < this.discontinuity) this.complain(`${this.path}: discontinuity sequence went back`);
    const newest = Math.max(-1, ...this.lines.keys());
    const fresh: string[] = [];
    for (const [index, segment] of segments.entries()) {
      const number = sequence + index;
      const line = /#EXTINF[\s\S]*$/.exec(segment)![0];
      const known = this.lines.get(number);
      if (known !== undefined && known !== line)
        this.complain(`${this.path}: segment ${number} changed from ${known} to ${line}`);
      if (number > newest) fresh.push(line.split("\n").at(-1)!);
      this.lines.set(number, line);
    }
    if (often && !first && sequence > newest + 1) this.complain(`${this.path}: jumped from ${newest} to ${sequence}`);
    for (const number of this.lines.keys()) if (number < sequence - SEGMENTS_HELD) this.lines.delete(number);
    this.sequence = Math.max(sequence, this.sequence);
    this.discontinuity = Math.max(discontinuity, this.discontinuity);
    return first ? fresh.slice(-2) : fresh;
  }
}
