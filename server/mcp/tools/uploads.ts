import { z } from "zod";
import { StudioImport, StudioImportReply } from "@/core/import/studio-contract";
import { CompleteUpload, DirectUploadStarted, InitDirectUpload, UploadCompleted } from "@/core/uploads/contract";
import { importFromStudio } from "../../import/import-from-studio";
import { completeUpload } from "../../uploads/complete-upload";
import { contentTypeOf } from "../../uploads/create-upload";
import { initDirectUpload } from "../../uploads/init-direct-upload";
import { tool } from "../tool";

export const UPLOAD_TOOLS = [
  tool({
    name: "import_by_url",
    title: "Import by URL",
    description:
      "Brings 1–50 programmes into the library from http or https addresses: files are downloaded (`url`), HLS and DASH manifests can be linked where they stand (`externalUrl`). Give exactly one of the two for each. Then follow each contentItemId with content_status.",
    scope: "content:write",
    input: StudioImport,
    output: StudioImportReply,
    openWorld: true,
    call: (actor, input) => importFromStudio(actor, input),
  }),
  tool({
    name: "upload_init",
    title: "Start an upload",
    description:
      "Adds an item and gives an address for its bytes. Send the file by HTTP PUT to uploadUrl with exactly the headers of `put`, within expiresInSeconds; then call upload_complete, then content_status until it is ready.",
    scope: "content:write",
    input: InitDirectUpload,
    output: DirectUploadStarted.extend({
      put: z.object({ method: z.literal("PUT"), headers: z.record(z.string(), z.string()) }),
    }),
    limit: "uploads",
    call: async (actor, input) => {
      const contentType = input.contentType ?? contentTypeOf(input.filename);
      const started = await initDirectUpload(actor, { ...input, contentType });
      const headers = { "Content-Type": contentType, "Content-Length": String(input.sizeBytes) };
      return { ...started, put: { method: "PUT" as const, headers } };
    },
  }),
  tool({
    name: "upload_complete",
    title: "Finish an upload",
    description: "Says that all bytes were sent: checks them and begins to transcode. Calling it twice is harmless.",
    scope: "content:write",
    input: CompleteUpload,
    output: UploadCompleted,
    idempotent: true,
    limit: "uploads",
    call: (actor, input) => completeUpload(actor, input),
  }),
];
