import { ById } from "@/core/contract";
import { AirPreview, PreviewQuery } from "@/core/guide/preview-contract";
import { previewAir } from "@/server/guide/preview-air";
import { v1Route } from "@/server/http/route";

export const GET = v1Route({
  id: "previewChannel",
  tag: "Channels",
  scope: "schedule:read",
  summary: "What a channel plays at an instant, up to fourteen days ahead",
  params: ById,
  query: PreviewQuery,
  reply: AirPreview,
  handle: (actor, { params, query }) => previewAir(actor, params.id, new Date(query.at)),
});
