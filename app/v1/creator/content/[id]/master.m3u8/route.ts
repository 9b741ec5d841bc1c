import { vodMaster } from "@/core/playout/vod-master";
import { previewContent } from "@/server/content/preview-content";
import { previewRoute } from "@/server/http/preview-route";

export const GET = previewRoute({
  id: "previewContentHls",
  tag: "Content",
  scope: "content:read",
  summary: "The owner's preview of an item as HLS",
  contentType: "application/vnd.apple.mpegurl",
  find: previewContent,
  render: vodMaster,
});
