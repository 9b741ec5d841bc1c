import { type ClassValue, clsx } from "clsx";
import { createTailwindMerge } from "tailwind-merge";

const any = () => true;
const sizes = ["xs", "sm", "base", "lg", "xl", "2xl"];
const isSize = (value: string) => sizes.includes(value);
const isColour = (value: string) => /^(?!\d)[a-z]/.test(value) && !isSize(value) && !ALIGN.includes(value);
const ALIGN = ["left", "center", "right", "start", "end", "wrap", "nowrap", "balance", "pretty", "ellipsis", "clip"];
const BORDER_STYLE = [
  "solid",
  "dashed",
  "dotted",
  "double",
  "none",
  "t",
  "r",
  "b",
  "l",
  "x",
  "y",
  "collapse",
  "separate",
  "spacing",
  "offset",
];

/**
 * The groups of classes of which the later wins. Only what our parts let their users override: the library's own table
 * knows all of Tailwind and weighs three times as much as the rest of this file.
 */
const merge = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups: {
    display: ["block", "inline", "inline-block", "flex", "inline-flex", "grid", "contents", "hidden", "table-cell"],
    position: ["static", "fixed", "absolute", "relative", "sticky"],
    w: [{ w: [any] }],
    h: [{ h: [any] }],
    size: [{ size: [any] }],
    minW: [{ "min-w": [any] }],
    minH: [{ "min-h": [any] }],
    maxW: [{ "max-w": [any] }],
    maxH: [{ "max-h": [any] }],
    p: [{ p: [any] }],
    px: [{ px: [any] }],
    py: [{ py: [any] }],
    pt: [{ pt: [any] }],
    pr: [{ pr: [any] }],
    pb: [{ pb: [any] }],
    pl: [{ pl: [any] }],
    m: [{ m: [any] }],
    mx: [{ mx: [any] }],
    my: [{ my: [any] }],
    gap: [{ gap: [(value: string) => !/^[xy]-/.test(value)] }],
    gapX: [{ "gap-x": [any] }],
    gapY: [{ "gap-y": [any] }],
    z: [{ z: [any] }],
    opacity: [{ opacity: [any] }],
    aspect: [{ aspect: [any] }],
    rounded: ["rounded", { rounded: [(value: string) => !/^[trblse]{1,2}-/.test(value)] }],
    justify: [{ justify: [any] }],
    items: [{ items: [any] }],
    fontSize: [{ text: [isSize] }],
    textAlign: [{ text: ["left", "center", "right", "start", "end"] }],
    textColor: [{ text: [isColour] }],
    weight: [{ font: ["normal", "medium", "semibold", "bold"] }],
    bg: [{ bg: [any] }],
    borderColour: [{ border: [(value: string) => isColour(value) && !isBorderPart(value)] }],
    outlineColour: [{ outline: [(value: string) => isColour(value) && !isBorderPart(value)] }],
  },
  conflictingClassGroups: {
    p: ["px", "py", "pt", "pr", "pb", "pl"],
    px: ["pr", "pl"],
    py: ["pt", "pb"],
    size: ["w", "h"],
    m: ["mx", "my"],
    gap: ["gapX", "gapY"],
  },
  conflictingClassGroupModifiers: {},
  orderSensitiveModifiers: ["before", "after", "placeholder", "backdrop", "marker", "selection", "first-line"],
}));

/** `border-b-2`, `border-dashed` and `outline-offset-2` are no colours, `border-border` is one. */
function isBorderPart(value: string): boolean {
  return BORDER_STYLE.includes(value.split("-")[0] ?? "");
}

/** Joins class names; of two that set the same thing the later wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
