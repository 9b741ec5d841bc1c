/** Makes an element with a class and children; text stays text. `Element.append` is younger than old televisions. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = "",
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const child of children) element.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  return element;
}

export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export function replaceChildren(element: Element, children: readonly Node[]): void {
  while (element.firstChild) element.removeChild(element.firstChild);
  for (const child of children) element.appendChild(child);
}

/** Shows or hides by a class, so that it can fade; what is hidden is hidden from screen readers as well. */
export function setShown(element: HTMLElement, isShown: boolean): void {
  element.classList.toggle("shown", isShown);
  element.setAttribute("aria-hidden", isShown ? "false" : "true");
}

const SVG = "http://www.w3.org/2000/svg";

/** A picture made of one path. */
export function svgPath(className: string, viewBox: string, d: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", d);
  svg.appendChild(path);
  return svg;
}
