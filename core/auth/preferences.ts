import { z } from "zod";
import { THEMES } from "./theme-names";

export const Theme = z.enum(THEMES);
export type Theme = z.infer<typeof Theme>;

/** How times of day are written: as the browser's language does, with AM and PM, or from 00:00 to 23:59. */
export const CLOCKS = ["auto", "h12", "h23"] as const;
export const Clock = z.enum(CLOCKS);
export type Clock = z.infer<typeof Clock>;
