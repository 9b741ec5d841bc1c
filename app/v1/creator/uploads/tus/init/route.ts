import { InitTusUpload, TusUploadStarted } from "@/core/uploads/contract";
import { v1Route } from "@/server/http/route";
import { initTusUpload } from "@/server/uploads/init-tus-upload";

export const POST = v1Route({
  id: "initTusUpload",
  tag: "Uploads",
  scope: "content:write",
  summary: "Start a resumable upload: adds the item and gives an address that speaks tus 1.0",
  body: InitTusUpload,
  reply: TusUploadStarted,
  status: 201,
  limit: "uploads",
  errors: ["resource.not_found"],
  handle: (actor, { body }) => initTusUpload(actor, body),
});
