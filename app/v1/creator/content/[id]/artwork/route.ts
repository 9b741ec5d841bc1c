import { ContentDetail, MAX_ARTWORK_BYTES, UploadArtwork } from "@/core/content/contract";
import { ById } from "@/core/contract";
import { removeArtwork, setArtwork } from "@/server/artwork/set-artwork";
import { v1Route } from "@/server/http/route";

export const POST = v1Route({
  id: "setArtwork",
  tag: "Content",
  scope: "content:write",
  summary: "Upload artwork: one picture becomes every shape and format",
  params: ById,
  formBytes: MAX_ARTWORK_BYTES,
  body: UploadArtwork,
  reply: ContentDetail,
  errors: ["storage.full"],
  handle: (actor, { params, body }) => setArtwork(actor, params.id, body.file),
});

export const DELETE = v1Route({
  id: "removeArtwork",
  tag: "Content",
  scope: "content:write",
  summary: "Go back to the frame that was chosen automatically",
  params: ById,
  reply: null,
  handle: (actor, { params }) => removeArtwork(actor, params.id),
});
