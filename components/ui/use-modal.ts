"use client";

import { type PointerEvent, type SyntheticEvent, useEffect, useRef } from "react";

/** React keeps `autofocus` to itself, and cannot focus what is not shown yet. */
const FIRST_FIELD = [
  "[data-autofocus]:not(:disabled)",
  ":is(input:not([type=hidden]), select, textarea):not(:disabled)",
];

interface ModalOptions {
  firstFocus?: "field" | "whole";
  /** A press outside does not close it, because what it shows would be lost. */
  isFirm?: boolean;
}

/**
 * Opens a `<dialog>` above the page for as long as it is rendered. The browser itself keeps the focus inside, closes it
 * with Escape and makes the rest unreachable; this adds the press outside, and the focus that goes back.
 */
export function useModal(onClose: () => void, { firstFocus = "field", isFirm = false }: ModalOptions = {}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open) return;
    const before = document.activeElement;
    element.showModal();
    // showModal would choose the first button, which is the one that closes it again.
    const fields = firstFocus === "field" ? FIRST_FIELD : [];
    const [field] = fields.flatMap((selector) => element.querySelector<HTMLElement>(selector) ?? []);
    (field ?? element).focus();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected && !element.contains(before)) before.focus();
    };
  }, [firstFocus]);
  return {
    ref: dialog,
    tabIndex: -1,
    onCancel: (event: SyntheticEvent) => {
      if (event.target !== event.currentTarget) return; // a file chooser inside was cancelled
      event.preventDefault();
      onClose();
    },
    // A second Escape closes it whatever the page says.
    onClose: ({ target, currentTarget }: SyntheticEvent<HTMLDialogElement>) =>
      target === currentTarget && !currentTarget.open && onClose(),
    onPointerDown: (event: PointerEvent<HTMLDialogElement>) => {
      if (isFirm || event.target !== event.currentTarget) return;
      const { left, right, top, bottom } = event.currentTarget.getBoundingClientRect();
      const { clientX: x, clientY: y } = event;
      if (x < left || x > right || y < top || y > bottom) onClose();
    },
  };
}
