/** Themes of the Studio. Apart from their schema, which no page needs. */
export const THEMES = ["system", "light", "dark"] as const;
