import { api } from "@/components/api/client";
import type { Theme } from "@/core/auth/preferences";
import { THEMES } from "@/core/auth/theme-names";

export type { Theme } from "@/core/auth/preferences";
export const THEME_COOKIE = "lineup-theme";

/** Dispatched on the document whenever another theme is chosen. */
export const THEME_CHANGE = "lineup:theme";

/** The theme a cookie's value stands for; whatever is unknown follows the browser. */
export function themeOf(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}

/**
 * Applies a theme to this page at once and to every later one: by the cookie in this browser, by the account in every
 * other.
 */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
  document.cookie = `${THEME_COOKIE}=${theme}; Path=/; Max-Age=31536000; SameSite=Lax`;
  document.dispatchEvent(new Event(THEME_CHANGE));
  // Where nobody is signed in, or the server is away, this browser keeps it all the same.
  void api.patch("/v1/me", { theme }).catch(() => {});
}
