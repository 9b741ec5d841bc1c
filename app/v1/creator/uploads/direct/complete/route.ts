import { CompleteUpload, UploadCompleted } from "@/core/uploads/contract";
import { v1Route } from "@/server/http/route";
import { completeUpload } from "@/server/uploads/complete-upload";

export const POST = v1Route({
  id: "completeUpload",
  tag: "Uploads",
  scope: "content:write",
  summary: "Say that the bytes were sent: checks them and enqueues the transcode",
  body: CompleteUpload,
  reply: UploadCompleted,
  status: 202,
  limit: "uploads",
  errors: ["resource.not_found", "upload.not_received", "upload.size_mismatch"],
  handle: (actor, { body }) => completeUpload(actor, body),
});
