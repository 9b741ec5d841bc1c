import type { ExternalToast } from "sonner";

/** Messages come after something was done, so neither the library nor its place on the page is loaded before. */
const listeners = new Set<() => void>();
let isWanted = false;
let reportPlaced: () => void;
const placed = new Promise<void>((resolve) => {
  reportPlaced = resolve;
});

export const toasterWish = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isWanted: () => isWanted,
  /** The toaster is on the page and listens. */
  fulfil: () => reportPlaced(),
};

function show(kind: "message" | "success" | "error" | "info", title: string, options?: ExternalToast): void {
  isWanted = true;
  for (const listener of listeners) listener();
  // The toaster has brought the library along, so that this cannot fail, and a message waits for it as long as need be.
  void placed.then(async () => (await import("sonner")).toast[kind](title, options));
}

/** Says in a corner what happened. Something that must be answered belongs into a dialog. */
export const toast = Object.assign((title: string, options?: ExternalToast) => show("message", title, options), {
  success: (title: string, options?: ExternalToast) => show("success", title, options),
  error: (title: string, options?: ExternalToast) => show("error", title, options),
  info: (title: string, options?: ExternalToast) => show("info", title, options),
});
