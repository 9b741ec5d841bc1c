/**
 * On opening, the focus goes to the panel or dialog as a whole, which reads out its title, instead of to its first
 * button, which would be the one that closes it again.
 */
export function focusWhole(event: Event): void {
  const opened = event.currentTarget;
  if (!(opened instanceof HTMLElement)) return;
  event.preventDefault();
  if (!opened.contains(document.activeElement)) opened.focus();
}
