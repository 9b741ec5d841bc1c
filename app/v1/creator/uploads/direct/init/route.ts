import { DirectUploadStarted, InitDirectUpload } from "@/core/uploads/contract";
import { v1Route } from "@/server/http/route";
import { initDirectUpload } from "@/server/uploads/init-direct-upload";

export const POST = v1Route({
  id: "initDirectUpload",
  tag: "Uploads",
  scope: "content:write",
  summary: "Start an upload by one PUT: adds the item and signs an address for its bytes",
  body: InitDirectUpload,
  reply: DirectUploadStarted,
  status: 201,
  limit: "uploads",
  errors: ["resource.not_found"],
  handle: (actor, { body }) => initDirectUpload(actor, body),
});
