import type { DeviceStarted, TokenPair } from "@/core/devices/contract";
import { DEVICE_GRANT } from "@/core/devices/grant-type";
import { afterPoll } from "@/core/tv/pairing";
import { QR_MOST_CHARACTERS, qrCode } from "@/core/tv/qr";
import { tvName } from "@/core/tv/tv-name";
import { ask } from "./ask";
import { el, replaceChildren, setShown, setText, svgPath } from "./dom";

/** When no code can be had, asked again after this time, or after what the server says. */
const AGAIN_SECONDS = 10;

const TOO_MANY = "Too many TVs signed in from here within the hour. Trying again by itself.";
const REASONS = {
  refused: "The last code was turned away. Here is a new one.",
  expired: "The last code was too old. Here is a new one.",
};

/** Shows a code with which the owner of an account lets this television in (RFC 8628), and waits for it. */
export class PairingView {
  private readonly steps = el("ol", "pairing-steps");
  private readonly code = el("p", "pairing-code");
  private readonly qr = el("div", "pairing-qr");
  private readonly status = el("p", "pairing-status");
  private readonly back = el("button", "button", "Watch without signing in");
  readonly element = el(
    "section",
    "pairing",
    el("div", "pairing-text", el("h1", "", "Sign in to this TV"), this.steps, this.code, this.status, this.back),
    this.qr,
  );
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Grows with every opening, so that answers to an earlier one are dropped. */
  private round = 0;

  constructor(private readonly onSignedIn: (tokens: TokenPair) => void) {
    this.element.setAttribute("aria-label", "Sign in");
    this.status.setAttribute("role", "status");
    this.back.type = "button";
    this.back.tabIndex = -1;
    setShown(this.element, false);
  }

  open(reason: string): void {
    this.round++;
    replaceChildren(this.qr, []);
    setText(this.code, "");
    setShown(this.element, true);
    this.back.focus();
    void this.begin(reason, this.round);
  }

  close(): void {
    this.round++;
    clearTimeout(this.timer);
    setShown(this.element, false);
  }

  private async begin(reason: string, round: number): Promise<void> {
    setText(this.status, reason || "Getting a code …");
    const body = { client_id: tvName(navigator.userAgent) };
    const {
      status,
      body: started,
      retryAfterSeconds,
    } = await ask<DeviceStarted>("POST", "/v1/auth/oauth/device", { body });
    if (round !== this.round) return;
    if (!started) {
      setText(this.status, status === 429 ? TOO_MANY : "No code can be had right now. Trying again by itself.");
      this.later(retryAfterSeconds ?? AGAIN_SECONDS, () => this.begin(reason, round));
      return;
    }
    this.show(started, reason);
    this.poll(started.device_code, started.interval, round);
  }

  private show({ verification_uri, verification_uri_complete, user_code }: DeviceStarted, reason: string): void {
    const address = verification_uri.replace(/^https?:\/\//, "");
    replaceChildren(this.steps, [
      el("li", "", "On your phone or computer, open ", el("strong", "", address), " or scan the code."),
      el("li", "", "Compare the code, and approve this TV."),
    ]);
    setText(this.code, user_code);
    replaceChildren(this.qr, qrPictures(verification_uri_complete));
    setText(this.status, reason || "Waiting for your approval …");
  }

  private poll(deviceCode: string, intervalSeconds: number, round: number): void {
    this.later(intervalSeconds, async () => {
      const body = { grant_type: DEVICE_GRANT, device_code: deviceCode };
      const answer = await ask<TokenPair>("POST", "/v1/auth/oauth/token", { body });
      if (round !== this.round) return;
      const next = afterPoll(answer, intervalSeconds);
      if (answer.status === 429) setText(this.status, TOO_MANY);
      if (next.step === "wait") this.poll(deviceCode, next.intervalSeconds, round);
      else if (next.step === "newCode") await this.begin(REASONS[next.why], round);
      else if (answer.body) this.onSignedIn(answer.body);
    });
  }

  private later(seconds: number, act: () => unknown): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, seconds * 1000);
  }
}

/** Dark on white with the quiet zone around it: cameras need both. Nothing for an address that is too long. */
function qrPictures(address: string): Node[] {
  if (address.length > QR_MOST_CHARACTERS) return [];
  const modules = qrCode(address);
  const size = modules.length + 8;
  let path = "";
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) path += `M${x + 4} ${y + 4}h1v1h-1z`;
    });
  });
  return [svgPath("qr", `0 0 ${size} ${size}`, path)];
}
