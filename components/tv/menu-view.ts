import type { RemoteKey } from "@/core/tv/keys";
import { el, replaceChildren, setShown } from "./dom";

export interface MenuItem {
  label: string;
  /** What is set now: "On". */
  value?: string;
  /** Answers whether the menu stays. */
  choose: () => boolean;
}

/** The list of what this television can do, at the right edge. */
export class MenuView {
  private readonly list = el("div", "menu-list");
  private readonly foot = el("p", "menu-foot");
  readonly element = el("section", "menu", el("h1", "menu-head", "Menu"), this.list, this.foot);
  private at = 0;

  constructor(private readonly items: () => MenuItem[]) {
    this.element.setAttribute("aria-label", "Menu");
    setShown(this.element, false);
  }

  open(foot: string): void {
    this.at = 0;
    this.foot.textContent = foot;
    setShown(this.element, true);
    this.render();
  }

  close(): void {
    setShown(this.element, false);
    replaceChildren(this.list, []);
  }

  /** Answers whether the menu stays open. */
  key(key: RemoteKey): boolean {
    const items = this.items();
    if (key === "back" || key === "left" || key === "menu") return false;
    if (key === "up") this.at = (this.at + items.length - 1) % items.length;
    if (key === "down") this.at = (this.at + 1) % items.length;
    if (key === "ok" || key === "right") {
      const stays = items[this.at]?.choose() ?? true;
      if (!stays) return false;
    }
    this.render();
    return true;
  }

  private render(): void {
    const rows = this.items().map(({ label, value }, at) => {
      const row = el("button", "menu-item", el("span", "", label), el("span", "menu-value", value ?? ""));
      row.type = "button";
      row.tabIndex = -1;
      row.addEventListener("mousedown", () => {
        this.at = at;
      });
      return row;
    });
    replaceChildren(this.list, rows);
    rows[this.at]?.focus();
  }
}
