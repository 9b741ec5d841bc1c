import { el, setShown, setText } from "./dom";
import type { PictureWords } from "./picture-words";

/** A calm word over the picture about what is wrong, and that it mends by itself. */
export class Notice {
  private readonly title = el("p", "notice-title");
  private readonly text = el("p", "notice-text");
  private readonly spinner = el("div", "spinner");
  readonly element = el("section", "notice", this.spinner, this.title, this.text);

  constructor() {
    this.element.setAttribute("role", "status");
    setShown(this.element, false);
  }

  /** Null hides it. */
  show(words: PictureWords | null): void {
    setShown(this.element, words !== null);
    if (!words) return;
    const { title, text, isBusy } = words;
    setText(this.title, title);
    setText(this.text, text);
    this.spinner.style.display = isBusy ? "block" : "none";
    this.element.classList.toggle("is-quiet", title === "");
  }
}
