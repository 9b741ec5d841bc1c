import type { KeyboardEvent } from "react";
import type { Selection } from "./use-selection";

/** Puts the focus on an item of the list, now or as soon as it is drawn. */
export function focusItem(list: Element | null, index: number): void {
  const focus = () => list?.querySelector<HTMLElement>(`[data-index="${index}"] a[data-item]`)?.focus();
  focus();
  requestAnimationFrame(focus);
}

/**
 * The arrow keys go from item to item, as in every list of files, in a grid also sideways; "x" chooses the item.
 * `step` is told the place of the item to go to.
 */
export function moveByKeys(
  event: KeyboardEvent,
  step: (index: number) => void,
  selection: Selection,
  columns = 1,
): void {
  const place = (event.target as Element).closest<HTMLElement>("[data-index]");
  const link = place?.querySelector<HTMLElement>("a[data-item]");
  if (!place || !link || event.ctrlKey || event.metaKey || event.altKey) return;
  const by = stepOf(event.key, columns);
  if (by !== null) step(Number(place.dataset.index) + by);
  else if (event.key === "x" && place.querySelector("input[type=checkbox]")) selection.toggle(link.dataset.item ?? "");
  else return;
  event.preventDefault();
}

function stepOf(key: string, columns: number): number | null {
  if (key === "ArrowDown") return columns;
  if (key === "ArrowUp") return -columns;
  if (columns > 1 && key === "ArrowRight") return 1;
  if (columns > 1 && key === "ArrowLeft") return -1;
  return null;
}
