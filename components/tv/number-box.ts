import type { TvChannel } from "@/core/tv/line-up";
import { NUMBER_WAIT_MS, withDigit } from "@/core/tv/number-entry";
import { el, setShown, setText } from "./dom";

const REFUSED_MS = 2_000;

/** The number that is being typed, and the channel that has it. */
export class NumberBox {
  private readonly digitsText = el("p", "number-digits");
  private readonly nameText = el("p", "number-name");
  readonly element = el("section", "number", this.digitsText, this.nameText);
  private digits = "";
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onChosen the number of a channel was typed */
  constructor(
    private readonly channels: () => readonly TvChannel[],
    private readonly onChosen: (channel: TvChannel) => void,
  ) {
    this.element.setAttribute("aria-label", "Channel number");
    this.element.setAttribute("aria-live", "polite");
    setShown(this.element, false);
  }

  get isOpen(): boolean {
    return this.digits !== "";
  }

  type(digit: string): void {
    const numbers = this.channels().map(({ number }) => number);
    const { digits, isComplete } = withDigit(this.digits, digit, numbers);
    this.digits = digits;
    setText(this.digitsText, digits);
    setText(this.nameText, this.meant()?.name ?? "");
    setShown(this.element, true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.confirm(), isComplete ? 350 : NUMBER_WAIT_MS);
  }

  /** What was typed is meant. */
  confirm(): void {
    const channel = this.meant();
    const { digits } = this;
    this.clear();
    if (channel) {
      this.onChosen(channel);
      return;
    }
    setText(this.digitsText, digits);
    setText(this.nameText, "There is no such channel");
    setShown(this.element, true);
    this.timer = setTimeout(() => this.clear(), REFUSED_MS);
  }

  clear(): void {
    clearTimeout(this.timer);
    this.digits = "";
    setShown(this.element, false);
  }

  private meant(): TvChannel | null {
    return this.channels().find(({ number }) => number === Number(this.digits)) ?? null;
  }
}
