import { vodMaster } from "@/core/playout/vod-master";
import { previewRoute } from "@/server/http/preview-route";

export const GET = previewRoute({
  id: "previewContentHls",
  tag: "Content",
  summary: "The owner's preview of an item as HLS",
  contentType: "application/vnd.apple.mpegurl",
  render: vodMaster,
});
