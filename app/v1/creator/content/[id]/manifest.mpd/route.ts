import { vodManifest } from "@/core/playout/vod-manifest";
import { previewContent } from "@/server/content/preview-content";
import { previewRoute } from "@/server/http/preview-route";

export const GET = previewRoute({
  id: "previewContentDash",
  tag: "Content",
  scope: "content:read",
  summary: "The owner's preview of an item as DASH",
  contentType: "application/dash+xml",
  find: previewContent,
  render: vodManifest,
});
