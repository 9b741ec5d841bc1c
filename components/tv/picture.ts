import type { TvChannel } from "@/core/tv/line-up";
import { el } from "./dom";
import { keep, kept } from "./kept";
import { Stream, type StreamState } from "./stream";
import { TvBeacons } from "./tv-beacons";
import type { TvSession } from "./tv-session";

/** Who zaps faster than this wants none of the channels in between. */
const SETTLED_MS = 350;
const CHANNEL = "channel";
const CAPTIONS = "captions";

/** The picture behind everything: one channel, its sound and its captions. */
export class Picture {
  readonly video = el("video", "video");
  private readonly stream: Stream;
  private readonly beacons: TvBeacons;
  private tunedAtMs = 0;
  private settling: ReturnType<typeof setTimeout> | undefined;
  channel: TvChannel | null = null;
  state: StreamState = "idle";
  captionsOn = kept(CAPTIONS) === "on";
  /** The browser allows no sound before a key is pressed. */
  isSilenced = false;

  constructor(
    private readonly session: TvSession,
    private readonly onChange: () => void,
  ) {
    this.video.setAttribute("playsinline", "");
    this.video.setAttribute("aria-label", "The picture");
    this.video.autoplay = true;
    this.stream = new Stream(
      this.video,
      (state) => {
        this.state = state;
        onChange();
      },
      () => {
        this.isSilenced = true;
        onChange();
      },
    );
    this.stream.setCaptions(this.captionsOn);
    this.beacons = new TvBeacons(this.video);
  }

  /** Shows a channel: at once, or when nothing faster follows. */
  tune(channel: TvChannel): void {
    const nowMs = Date.now();
    const waitMs = nowMs - this.tunedAtMs < 2 * SETTLED_MS ? SETTLED_MS : 0;
    this.tunedAtMs = nowMs;
    this.channel = channel;
    clearTimeout(this.settling);
    this.beacons.watch(null);
    if (waitMs === 0) this.begin(channel);
    else {
      this.stream.stop();
      this.settling = setTimeout(() => this.begin(channel), waitMs);
    }
  }

  /** The channel as the list has it now. */
  renew(channel: TvChannel): void {
    if (this.channel && this.channel.isDraft !== channel.isDraft) this.tune(channel);
    else this.channel = channel;
  }

  /** Nothing is left to watch. */
  rest(): void {
    clearTimeout(this.settling);
    this.channel = null;
    this.beacons.watch(null);
    this.stream.stop();
  }

  again(): void {
    this.stream.again();
  }

  tick(nowMs: number): void {
    this.stream.tick(nowMs);
  }

  /** Where this television was left. */
  lastWatched(): number {
    return Number(kept(CHANNEL));
  }

  toggleCaptions(): boolean {
    this.captionsOn = !this.captionsOn;
    keep(CAPTIONS, this.captionsOn ? "on" : "off");
    this.stream.setCaptions(this.captionsOn);
    return this.captionsOn;
  }

  /** Answers whether there is sound now. */
  toggleSound(): boolean {
    this.video.muted = !this.video.muted;
    this.isSilenced = false;
    return !this.video.muted;
  }

  /** A key was pressed: from now on the browser allows sound. */
  allowSound(): void {
    if (!this.isSilenced) return;
    this.isSilenced = false;
    this.video.muted = false;
    this.onChange();
  }

  private begin(channel: TvChannel): void {
    keep(CHANNEL, String(channel.number));
    this.beacons.watch(channel);
    this.stream.play({ url: () => addressOf(channel), token: () => this.session.accessToken });
  }
}

/** A draft is played by its owner's preview, which begins when it is asked for. Whole, as the stream compares it. */
function addressOf({ id, slug, isDraft }: TvChannel): string {
  const api = `${location.origin}/v1`;
  if (!isDraft) return `${api}/channels/${encodeURIComponent(slug)}/master.m3u8`;
  return `${api}/creator/channels/${id}/preview/master.m3u8?since=${new Date().toISOString()}`;
}
