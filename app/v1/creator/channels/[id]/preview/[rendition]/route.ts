import { PreviewPlaylist, PreviewSince } from "@/core/guide/preview-contract";
import { previewStream } from "@/server/guide/preview-stream";
import { playlistRoute } from "@/server/http/playlist-route";

export const GET = playlistRoute({
  id: "previewChannelHls",
  tag: "Channels",
  scope: "schedule:read",
  summary: "An own channel as live HLS, also while it is not published",
  description:
    "A draft plays as if it had gone on the air at `since`, which lies at most twelve hours back and stays the same for one player. Players send the bearer token with every playlist; segments need none.",
  params: PreviewPlaylist,
  query: PreviewSince,
  errors: ["server.unavailable"],
  contentType: "application/vnd.apple.mpegurl",
  render: (actor, { params, query }) => previewStream(actor, params, new Date(query.since)),
});
