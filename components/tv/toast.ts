import { el, setShown, setText } from "./dom";

const SHOWN_MS = 3_000;

/** A word in the corner about what a key has done. */
export class Toast {
  readonly element = el("p", "toast");
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.setAttribute("role", "status");
    setShown(this.element, false);
  }

  show(text: string): void {
    setText(this.element, text);
    setShown(this.element, true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => setShown(this.element, false), SHOWN_MS);
  }
}
