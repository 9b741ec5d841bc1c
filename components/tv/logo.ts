import type { TvChannel } from "@/core/tv/line-up";
import { el } from "./dom";

/** The logo of a channel, or its first letters until there is one. */
export function logoOf({ logoUrl, name }: TvChannel): HTMLElement {
  const letters = el("span", "logo-letters", initials(name));
  const box = el("span", "logo", letters);
  box.setAttribute("aria-hidden", "true");
  if (!logoUrl) return box;
  const image = el("img");
  image.alt = "";
  image.addEventListener("load", () => box.classList.add("has-image"));
  image.src = logoUrl;
  box.appendChild(image);
  return box;
}

function initials(name: string): string {
  const words = name.split(/[\s&+,.–—-]+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}
