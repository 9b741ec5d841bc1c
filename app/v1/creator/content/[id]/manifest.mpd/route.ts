import { vodManifest } from "@/core/playout/vod-manifest";
import { previewRoute } from "@/server/http/preview-route";

export const GET = previewRoute({
  id: "previewContentDash",
  tag: "Content",
  summary: "The owner's preview of an item as DASH",
  contentType: "application/dash+xml",
  render: vodManifest,
});
