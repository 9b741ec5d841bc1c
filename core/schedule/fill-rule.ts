import { z } from "zod";
import { Id, Labels } from "../contract";

/** What auto-fill chooses from, and how: alike for one stretch, for always-on auto-fill and for a weekly template. */
export const fillRule = {
  strategy: z.enum(["shuffle", "sequential", "least_recent"]).default("shuffle"),
  contentItemIds: z.array(Id).max(5000).optional(),
  tags: Labels.optional(),
  contentGroupIds: z.array(Id).max(100).optional(),
  avoidRepeatHours: z
    .number()
    .min(0)
    .max(24 * 31)
    .optional(),
  alignToMinutes: z.int().min(1).max(60).optional(),
};

export const FillRule = z.strictObject(fillRule);
export type FillRule = z.infer<typeof FillRule>;
