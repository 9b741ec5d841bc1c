import Hls from "hls.js";
import { faultOf } from "@/components/player/fault-of";
import { hlsPolicy } from "@/components/player/hls-policy";
import { isGone, type PlaybackFault, recoveryFrom } from "@/components/player/recovery";

export type StreamState = "idle" | "loading" | "playing" | "waiting" | "recovering" | "offAir" | "unsupported";

export interface StreamSource {
  /** Asked anew each time that the stream begins. */
  url: () => string;
  /** For the playlists of drafts. */
  token: () => string | null;
}

const STEADY_MS = 20_000;
/** A picture that has stood still for so long is begun anew, whatever hls.js thinks of it. */
const FROZEN_MS = 15_000;
/** No other host, such as that of a linked programme, ever gets the token. */
const PRIVATE_ADDRESSES = `${location.origin}/v1/creator/`;

/** Keeps one channel playing in the video element, with little memory, and mends what breaks: see `recoveryFrom`. */
export class Stream {
  private hls: Hls | null = null;
  private source: StreamSource | null = null;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private state: StreamState = "idle";
  private movedAtMs = 0;
  private lastPosition = -1;
  private startedAtMs = 0;
  private showsCaptions = false;

  /** @param onSilenced the browser plays without sound until a key is pressed */
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly onState: (state: StreamState) => void,
    private readonly onSilenced: () => void,
  ) {
    video.addEventListener("playing", () => this.tell("playing"));
    video.addEventListener("waiting", () => this.state === "playing" && this.tell("waiting"));
    video.addEventListener("loadeddata", () => this.start());
  }

  play(source: StreamSource): void {
    this.source = source;
    this.failures = 0;
    this.begin();
  }

  /** Begins anew at once: the network is back, or the television woke up. */
  again(): void {
    if (this.source) this.begin();
  }

  stop(): void {
    this.source = null;
    this.end();
    this.tell("idle");
  }

  setCaptions(isOn: boolean): void {
    this.showsCaptions = isOn;
    if (!this.hls) return;
    this.hls.subtitleDisplay = isOn;
    this.hls.subtitleTrack = isOn ? 0 : -1;
  }

  /** Called every second: a picture that stands still for no reason is begun anew. */
  tick(nowMs: number): void {
    const { currentTime } = this.video;
    if (currentTime !== this.lastPosition) {
      this.lastPosition = currentTime;
      this.movedAtMs = nowMs;
      if (this.state === "playing" && this.failures > 0 && nowMs - this.startedAtMs > STEADY_MS) this.failures = 0;
      return;
    }
    const shouldMove = this.state === "playing" || this.state === "waiting";
    if (!shouldMove || nowMs - this.movedAtMs < FROZEN_MS) return;
    if (this.video.paused) this.start();
    else this.fault({ kind: "other", isSource: false, httpStatus: null });
  }

  private begin(): void {
    const { source } = this;
    this.end();
    if (!source) return;
    if (!Hls.isSupported()) {
      this.tell("unsupported");
      return;
    }
    if (this.state !== "offAir" && this.state !== "recovering") this.tell("loading");
    this.movedAtMs = Date.now();
    const hls = new Hls({
      ...hlsPolicy(true),
      enableWorker: false, // segments need no remuxing, and old engines allow no worker made of a blob
      maxBufferLength: 20,
      maxMaxBufferLength: 30,
      maxBufferSize: 24_000_000,
      backBufferLength: 8,
      xhrSetup: (request, url) => {
        const token = url.indexOf(PRIVATE_ADDRESSES) === 0 && source.token();
        if (token) request.setRequestHeader("Authorization", `Bearer ${token}`);
      },
    });
    this.hls = hls;
    hls.subtitleDisplay = this.showsCaptions;
    hls.on(Hls.Events.MANIFEST_PARSED, () => this.setCaptions(this.showsCaptions));
    hls.on(Hls.Events.ERROR, (_, error) => {
      if (error.fatal && this.hls === hls) this.fault(faultOf(error));
    });
    hls.attachMedia(this.video);
    hls.loadSource(source.url());
  }

  private start(): void {
    this.startedAtMs = Date.now();
    const { video } = this;
    const played: Promise<void> | undefined = video.play();
    if (!played) return; // older than promises
    played.catch((refusal: DOMException) => {
      if (refusal.name !== "NotAllowedError" || video.muted) return;
      video.muted = true;
      this.onSilenced();
      video.play().catch(() => {});
    });
  }

  private fault(what: PlaybackFault): void {
    const { step, afterMs } = recoveryFrom(what, this.failures, true);
    this.failures++;
    this.tell(isGone(what) ? "offAir" : "recovering");
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      if (step === "recoverMedia" && this.hls) this.hls.recoverMediaError();
      else if (step === "startLoad" && this.hls) this.hls.startLoad();
      else this.begin();
    }, afterMs);
  }

  private end(): void {
    clearTimeout(this.retry);
    this.hls?.destroy();
    this.hls = null;
  }

  private tell(state: StreamState): void {
    if (state === this.state) return;
    this.state = state;
    this.onState(state);
  }
}
