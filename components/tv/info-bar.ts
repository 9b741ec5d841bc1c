import type { TvChannel } from "@/core/tv/line-up";
import { nowAndNext } from "@/core/tv/programme";
import { el, replaceChildren, setShown, setText } from "./dom";
import type { GuideStore } from "./guide-store";
import { logoOf } from "./logo";
import { clockText, minutesText } from "./times";

const SHOWN_MS = 6_000;
/** Now and next are looked for this far ahead. */
const AHEAD_MS = 6 * 3_600_000;

/** The bar over the lower edge: which channel this is, what is on, and what follows. Hides itself. */
export class InfoBar {
  private readonly face = el("div", "bar-face");
  private readonly name = el("p", "bar-channel");
  private readonly title = el("p", "bar-title");
  private readonly meta = el("p", "bar-meta");
  private readonly progress = el("span", "progress-done");
  private readonly track = el("div", "progress", this.progress);
  private readonly next = el("p", "bar-next");
  private readonly clock = el("p", "bar-clock");
  private readonly hints = el("p", "bar-hints", "▲▼ channel    ◀ guide    ▶ menu");
  readonly element = el(
    "section",
    "bar",
    this.face,
    el("div", "bar-text", this.name, this.title, this.track, this.meta, this.next),
    el("div", "bar-side", this.clock, this.hints),
  );
  private channel: TvChannel | null = null;
  private hidesAtMs = 0;

  constructor(private readonly guides: GuideStore) {
    this.element.setAttribute("aria-label", "Channel");
    this.element.setAttribute("aria-live", "polite");
    setShown(this.element, false);
  }

  get isShown(): boolean {
    return this.hidesAtMs > 0;
  }

  show(channel: TvChannel, nowMs: number): void {
    this.hidesAtMs = nowMs + SHOWN_MS;
    if (this.channel !== channel) {
      this.channel = channel;
      replaceChildren(this.face, [el("span", "bar-number", String(channel.number)), logoOf(channel)]);
    }
    this.guides.want(channel, nowMs, nowMs + AHEAD_MS);
    this.update(nowMs);
    setShown(this.element, true);
  }

  hide(): void {
    this.hidesAtMs = 0;
    setShown(this.element, false);
  }

  tick(nowMs: number): void {
    if (!this.isShown) return;
    if (nowMs >= this.hidesAtMs) this.hide();
    else this.update(nowMs);
  }

  update(nowMs: number): void {
    const { channel } = this;
    if (!channel || !this.isShown) return;
    const { now, next } = nowAndNext(this.guides.known(channel, nowMs, nowMs + AHEAD_MS), nowMs);
    setText(this.name, channel.name);
    this.name.classList.toggle("is-draft", channel.isDraft);
    setText(this.title, now ? now.title : channel.description || "Nothing is announced");
    this.track.style.visibility = now ? "visible" : "hidden";
    if (now) {
      const share = (nowMs - now.startsAtMs) / (now.endsAtMs - now.startsAtMs);
      this.progress.style.width = `${Math.min(100, share * 100).toFixed(1)}%`;
      const times = `${clockText(now.startsAtMs)} – ${clockText(now.endsAtMs)}`;
      const left = `${minutesText(now.endsAtMs - nowMs)} left`;
      setText(this.meta, [times, left, now.subtitle].filter(Boolean).join("  ·  "));
    } else setText(this.meta, "");
    setText(this.next, next ? `Next  ${clockText(next.startsAtMs)}  ${next.title}` : "");
    setText(this.clock, clockText(nowMs));
  }
}
