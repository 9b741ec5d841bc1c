import { browserPost, tabSession } from "../watch/beacon-post";
import { WatchBeacons } from "../watch/beacons";

/** The picture fills the screen: after a second of it somebody has seen the channel. */
const SEEN_MS = 1_000;

/** Tells how the channel on this television is watched, by the rules of the watch page. Drafts have no audience. */
export class TvBeacons {
  private current: WatchBeacons | null = null;
  private seen: ReturnType<typeof setTimeout> | undefined;

  constructor(video: HTMLVideoElement) {
    video.addEventListener("playing", () => this.playing());
    for (const name of ["pause", "ended", "emptied"]) video.addEventListener(name, () => this.stopped());
    window.addEventListener("pagehide", () => this.current?.leave());
    window.addEventListener("pageshow", ({ persisted }) => {
      if (persisted && !video.paused) this.playing();
    });
  }

  watch(channel: { id: string; isDraft: boolean } | null): void {
    clearTimeout(this.seen);
    this.current?.leave();
    this.current =
      channel && !channel.isDraft
        ? new WatchBeacons({ sessionId: tabSession(), channelId: channel.id }, browserPost)
        : null;
  }

  private playing(): void {
    const beacons = this.current;
    beacons?.playing();
    clearTimeout(this.seen);
    this.seen = setTimeout(() => beacons?.seen(), SEEN_MS);
  }

  private stopped(): void {
    clearTimeout(this.seen);
    this.current?.stopped();
  }
}
