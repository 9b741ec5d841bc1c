import type { TokenPair } from "@/core/devices/contract";
import { isDigit, type RemoteKey, remoteKey } from "@/core/tv/keys";
import { neighbour, type TvChannel } from "@/core/tv/line-up";
import { el } from "./dom";
import { GuideStore } from "./guide-store";
import { GuideView } from "./guide-view";
import { InfoBar } from "./info-bar";
import { LineUp } from "./line-up-feed";
import { type MenuActions, menuItems } from "./menu-items";
import { MenuView } from "./menu-view";
import { Notice } from "./notice";
import { NumberBox } from "./number-box";
import { PairingView } from "./pairing-view";
import { Picture } from "./picture";
import { pictureWords } from "./picture-words";
import { claimKeys } from "./platform";
import { Toast } from "./toast";
import { TvSession } from "./tv-session";

type Mode = "picture" | "guide" | "menu" | "pairing";

const TICK_MS = 1_000;
/** A clock that jumps by so much tells that the television slept. */
const SLEPT_MS = 20_000;

/** The television: what is watched, what lies over it, and which key does what. */
export class TvApp implements MenuActions {
  private readonly session = new TvSession(() => this.revoked());
  private readonly guides = new GuideStore(this.session, () => this.redraw());
  private readonly picture = new Picture(this.session, () => this.tell());
  private readonly lineUp = new LineUp(this.session, () => this.listed());
  private readonly bar = new InfoBar(this.guides);
  private readonly number = new NumberBox(
    () => this.lineUp.channels,
    (channel) => this.chosen(channel),
  );
  private readonly guide = new GuideView(this.guides);
  private readonly menu = new MenuView(() =>
    menuItems(
      this,
      () => this.isSure,
      () => {
        this.isSure = true;
      },
    ),
  );
  private readonly pairing = new PairingView((tokens) => this.signedIn(tokens));
  private readonly notice = new Notice();
  private readonly toast = new Toast();
  private mode: Mode = "picture";
  private isSure = false;
  private tickedAtMs = Date.now();

  run(root: HTMLElement): void {
    const layers = [this.notice, this.bar, this.guide, this.menu, this.number, this.toast, this.pairing];
    root.appendChild(el("main", "stage", this.picture.video, ...layers.map(({ element }) => element)));
    claimKeys();
    document.addEventListener("keydown", (event) => {
      const key = event.ctrlKey || event.metaKey || event.altKey ? null : remoteKey(event);
      if (key && this.key(key)) event.preventDefault();
    });
    // Some remote controls have a pointer: a click on a button is OK.
    document.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("button")) this.key("ok");
    });
    window.addEventListener("online", () => this.wake());
    window.addEventListener("offline", () => this.tell());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.tick();
    });
    setInterval(() => this.tick(), TICK_MS);
    this.tell();
    void this.lineUp.read();
  }

  get captionsOn(): boolean {
    return this.picture.captionsOn;
  }
  get soundOn(): boolean {
    return !this.picture.video.muted;
  }
  get isSignedIn(): boolean {
    return this.session.isSignedIn;
  }

  openGuide(): void {
    if (this.lineUp.channels.length === 0) {
      this.enter("picture");
      return;
    }
    this.enter("guide");
    this.guide.open(this.lineUp.channels, this.picture.channel, Date.now());
  }

  toggleCaptions(): void {
    this.toast.show(this.picture.toggleCaptions() ? "Captions on" : "Captions off");
  }

  toggleSound(): void {
    this.toast.show(this.picture.toggleSound() ? "Sound on" : "Sound off");
  }

  openPairing(reason = ""): void {
    this.enter("pairing");
    this.pairing.open(reason);
  }

  signOut(): void {
    void this.session.signOut().then(() => this.accountChanged("Signed out"));
  }

  private openMenu(): void {
    this.isSure = false;
    this.enter("menu");
    this.menu.open(this.lineUp.owner);
  }

  /** Closes what is open and opens something else; what the menu chose may have done so already. */
  private enter(mode: Mode): void {
    const { mode: before } = this;
    this.mode = mode;
    this.bar.hide();
    if (before === "guide") this.guide.close();
    if (before === "menu") this.menu.close();
    if (before === "pairing") this.pairing.close();
    this.tell();
  }

  /** Answers whether the key was for us; of others the television itself makes something. */
  private key(key: RemoteKey): boolean {
    this.picture.allowSound();
    if (this.mode !== "pairing" && isDigit(key)) this.number.type(key);
    else if (this.number.isOpen && key === "ok") this.number.confirm();
    else if (this.number.isOpen && key === "back") this.number.clear();
    else if (key === "captions") this.toggleCaptions();
    else if (key === "sound") this.toggleSound();
    else if (this.mode === "picture") return this.pictureKey(key);
    else if (this.mode === "guide") this.guideKey(key);
    else if (this.mode === "menu") this.menuKey(key);
    else if (key === "back" || key === "ok") this.enter("picture");
    return true;
  }

  private pictureKey(key: RemoteKey): boolean {
    if (key === "up" || key === "channelUp") this.zap(1);
    else if (key === "down" || key === "channelDown") this.zap(-1);
    else if (key === "left" || key === "guide") this.openGuide();
    else if (key === "right" || key === "menu") this.openMenu();
    else if (key === "info" && this.bar.isShown) this.bar.hide();
    else if (key === "ok" || key === "info") this.showBar();
    else if (this.bar.isShown) this.bar.hide();
    else return false;
    return true;
  }

  private guideKey(key: RemoteKey): void {
    const answer = this.guide.key(key, Date.now());
    if (answer === "closed") this.enter("picture");
    else if (answer) this.tune(answer);
  }

  private menuKey(key: RemoteKey): void {
    if (key === "guide") this.openGuide();
    else if (!this.menu.key(key) && this.mode === "menu") this.enter("picture");
  }

  private zap(step: 1 | -1): void {
    const { channel } = this.picture;
    const next = channel && neighbour(this.lineUp.channels, channel, step);
    if (next) this.tune(next);
  }

  private chosen(channel: TvChannel): void {
    if (this.mode === "guide") this.guide.goTo(channel, Date.now());
    else this.tune(channel);
  }

  private tune(channel: TvChannel): void {
    if (this.mode !== "picture") this.enter("picture");
    if (this.picture.channel?.id !== channel.id) this.picture.tune(channel);
    this.showBar();
  }

  private showBar(): void {
    const { channel } = this.picture;
    if (channel) this.bar.show(channel, Date.now());
  }

  private listed(): void {
    const { channels } = this.lineUp;
    const { channel } = this.picture;
    const same = channel && channels.find(({ id }) => id === channel.id);
    if (same) this.picture.renew(same);
    else if (!channel || channel.isDraft) this.tuneFirst();
    this.guide.setChannels(channels, Date.now());
    this.tell();
  }

  private tuneFirst(): void {
    const { channels } = this.lineUp;
    const last = this.picture.lastWatched();
    const first = channels.find(({ number }) => number === last) ?? channels[0];
    if (first) this.picture.tune(first);
    else this.picture.rest();
    if (first && this.mode === "picture") this.showBar();
  }

  private signedIn(tokens: TokenPair): void {
    this.session.signIn(tokens);
    this.enter("picture");
    this.accountChanged("Signed in");
  }

  private revoked(): void {
    this.accountChanged("");
    this.openPairing("This TV was signed out.");
  }

  private accountChanged(word: string): void {
    if (word) this.toast.show(word);
    this.guides.clear();
    void this.lineUp.read();
  }

  private redraw(): void {
    const nowMs = Date.now();
    this.bar.update(nowMs);
    this.guide.update(nowMs);
  }

  private tick(): void {
    const nowMs = Date.now();
    const slept = nowMs - this.tickedAtMs > SLEPT_MS;
    const isNewMinute = Math.floor(nowMs / 60_000) !== Math.floor(this.tickedAtMs / 60_000);
    this.tickedAtMs = nowMs;
    if (slept) this.wake();
    this.picture.tick(nowMs);
    this.lineUp.tick(nowMs, this.picture.state === "offAir");
    this.bar.tick(nowMs);
    if (isNewMinute) this.guide.update(nowMs);
  }

  /** The network is back, or the television woke up. */
  private wake(): void {
    this.tickedAtMs = Date.now();
    this.picture.again();
    void this.lineUp.read();
    this.redraw();
    this.tell();
  }

  private tell(): void {
    const words = pictureWords({
      wasRead: this.lineUp.wasRead,
      isEmpty: this.lineUp.channels.length === 0,
      isOnline: navigator.onLine || this.picture.state === "playing",
      isSignedIn: this.isSignedIn,
      state: this.picture.state,
      channelName: this.picture.channel?.name ?? "",
    });
    this.notice.show(this.mode === "picture" ? words : null);
    if (this.picture.isSilenced) this.toast.show("Press any key for sound");
  }
}
