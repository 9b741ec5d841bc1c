import { vodMaster } from "@/core/playout/vod-master";
import { previewRoute } from "@/server/http/preview-route";

/** The owner's preview of an item as HLS. */
export const GET = previewRoute("application/vnd.apple.mpegurl", vodMaster);
