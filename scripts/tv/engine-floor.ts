/** Names of the library that Chromium 53 lacks, by the object that has them. */
export const MISSING_STATICS: Readonly<Record<string, readonly string[]>> = {
  Object: ["entries", "values", "fromEntries", "getOwnPropertyDescriptors", "hasOwn", "groupBy"],
  Promise: ["allSettled", "any", "withResolvers", "try"],
  Array: ["fromAsync"],
  Symbol: ["asyncIterator", "matchAll"],
  AbortSignal: ["timeout", "any"],
};

/** Methods that Chromium 53 lacks. `append` is not among them: hls.js has methods of that name on objects of its own. */
export const MISSING_METHODS: readonly string[] = [
  ...["padStart", "padEnd", "trimStart", "trimEnd", "matchAll", "replaceAll", "isWellFormed"],
  ...["flat", "flatMap", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced"],
  ...["finally", "formatToParts", "prepend", "replaceWith", "replaceChildren"],
  ...["toggleAttribute", "getAnimations", "requestIdleCallback", "cancelIdleCallback"],
];

/** Globals that Chromium 53 lacks. */
export const MISSING_GLOBALS: readonly string[] = [
  ...["globalThis", "queueMicrotask", "structuredClone", "BigInt", "WeakRef", "FinalizationRegistry"],
  ...["AbortController", "ResizeObserver", "SharedArrayBuffer", "Atomics", "requestIdleCallback"],
];

/** Properties of style sheets that Chromium 53 knows, of all that the TV app uses. */
export const KNOWN_PROPERTIES: ReadonlySet<string> = new Set([
  ...["align-items", "animation", "animation-duration", "background", "border", "border-bottom-left-radius"],
  ...["border-radius", "border-top-color", "border-top-left-radius", "bottom", "box-shadow", "box-sizing", "color"],
  ...["content", "display", "fill", "flex", "font", "font-family", "font-size", "font-variant-numeric", "font-weight"],
  ...["font-style", "height", "justify-content", "left", "letter-spacing", "line-height", "margin", "margin-bottom"],
  ...["margin-left", "margin-right", "margin-top", "max-height", "min-height", "min-width", "object-fit", "opacity"],
  ...["outline", "overflow", "padding", "padding-left", "padding-right", "pointer-events", "position", "right", "src"],
  ...["shape-rendering", "text-align", "text-overflow", "text-shadow", "top", "transform", "transition"],
  ...["transition-delay", "unicode-range", "vertical-align", "visibility", "white-space", "width", "z-index"],
  ...["-webkit-font-smoothing", "-webkit-box-orient", "-webkit-line-clamp"],
  // Younger, and of no matter to an engine that leaves it out: text is shown in the television's own font meanwhile.
  "font-display",
]);

/** Ways to write values and selectors that Chromium 53 does not know. */
export const UNKNOWN_IN_CSS: readonly RegExp[] = [
  /\b(clamp|min|max|env|color-mix|oklch|oklab|lab|lch|light-dark)\(/,
  /\b\d*\.?\d+(dvh|svh|lvh|dvw|cqw|cqh|rlh|lh)\b/,
  /#([0-9a-f]{4}|[0-9a-f]{8})\b/i,
  /rgba?\([^)]*\//,
  /:(is|where|has|not\([^)]*,[^)]*\)|focus-visible|focus-within)\b/,
  /\b(grid|inline-grid|contents|flow-root|sticky)\b/,
];
