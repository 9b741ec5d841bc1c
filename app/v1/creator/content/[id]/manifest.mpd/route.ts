import { vodManifest } from "@/core/playout/vod-manifest";
import { previewRoute } from "@/server/http/preview-route";

/** The owner's preview of an item as DASH. */
export const GET = previewRoute("application/dash+xml", vodManifest);
