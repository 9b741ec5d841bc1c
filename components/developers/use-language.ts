"use client";

import { useSyncExternalStore } from "react";
import { LANGUAGES, type Language } from "@/core/api-reference/snippets";

const KEY = "lineup-code-language";
const listeners = new Set<() => void>();

function stored(): Language {
  try {
    const kept = localStorage.getItem(KEY);
    return LANGUAGES.find((language) => language === kept) ?? "curl";
  } catch {
    return "curl";
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function choose(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage may be closed to pages; the choice then lasts as long as nobody asks again.
  }
  for (const listener of listeners) listener();
}

/** The language in which the reader wants code, alike everywhere and the next time too. */
export function useLanguage(): [Language, (language: Language) => void] {
  return [useSyncExternalStore(subscribe, stored, () => "curl" as const), choose];
}
