"use client";

import { useSyncExternalStore } from "react";
import { THEME_CHANGE, type Theme, themeOf } from "./theme";

function subscribe(listener: () => void): () => void {
  document.addEventListener(THEME_CHANGE, listener);
  return () => document.removeEventListener(THEME_CHANGE, listener);
}

/** The theme in force, wherever it was chosen; `rendered` is the one that the server wrote into the page. */
export function useTheme(rendered: Theme = "system"): Theme {
  return useSyncExternalStore(
    subscribe,
    () => themeOf(document.documentElement.dataset.theme),
    () => rendered,
  );
}
