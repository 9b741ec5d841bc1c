import { z } from "zod";
import { CONTAINER_TYPES, CONTENT_TYPES } from "./type-names";

export const ContentType = z.enum(CONTENT_TYPES);
export type ContentType = z.infer<typeof ContentType>;

/** Types that hold other items and may stand without a file of their own. */
export const ContainerType = z.enum(CONTAINER_TYPES);

/** Life of an item: uploading → pending_transcode → transcoding → [pending_moderation →] ready, or failed. */
export const CONTENT_STATUSES = [
  "uploading",
  "pending_transcode",
  "transcoding",
  "pending_moderation",
  "ready",
  "failed",
  "blocked",
] as const;
export const ContentStatus = z.enum(CONTENT_STATUSES);
export type ContentStatus = z.infer<typeof ContentStatus>;
