"use client";

import type { DialogFrameProps } from "./dialog-frame";
import { later } from "./later";

const Frame = later(() => import("./dialog-frame").then((module) => module.DialogFrame));

/** A question or a form above the page. Escape and a press outside close it; focus goes back where it was. */
export function Dialog({ open, ...rest }: DialogFrameProps & { open: boolean }) {
  return open ? <Frame {...rest} /> : null;
}
