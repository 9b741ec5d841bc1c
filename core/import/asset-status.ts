import type { ContentStatus } from "../content/item-types";
import type { ASSET_STATUSES } from "./contract";

type AssetStatus = (typeof ASSET_STATUSES)[number];

/** What the import API calls each state of an item. A deleted asset will never be ready. */
export const ASSET_STATUS_OF = {
  uploading: "PROCESSING",
  pending_transcode: "PROCESSING",
  transcoding: "PROCESSING",
  pending_moderation: "PROCESSING",
  ready: "READY",
  failed: "FAILED",
  blocked: "FAILED",
  deleted: "FAILED",
} as const satisfies Record<ContentStatus | "deleted", AssetStatus>;
