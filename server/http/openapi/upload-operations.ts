import { z } from "zod";
import { Id } from "@/core/contract";
import { MAX_TUS_BYTES } from "@/core/uploads/contract";
import type { PathTable } from "./document";
import type { Operation, ReplyHeaders } from "./operation";

const OFFSET = { "Upload-Offset": { description: "How many bytes have arrived.", type: "integer" } } as const;
const EXPIRES: ReplyHeaders = {
  "Upload-Expires": { description: "When an upload that is not complete is given up.", optional: true },
};
const EVERY_REPLY: ReplyHeaders = {
  "Tus-Resumable": { description: "`1.0.0`, the version of tus that is spoken." },
  "Tus-Version": { description: "The versions of tus that are understood: `1.0.0`.", optional: true },
};
const VERSION = { "Tus-Resumable": { description: "`1.0.0`.", required: true, example: "1.0.0" } };

function tus(rest: Pick<Operation, "id" | "summary" | "errors" | "body" | "success" | "requestHeaders">) {
  const operation: Operation = {
    ...rest,
    tag: "Uploads",
    access: "content:write",
    cors: true,
    everyReply: EVERY_REPLY,
    params: z.object({ id: Id }),
    requestHeaders: { ...VERSION, ...rest.requestHeaders },
  };
  return { operation };
}

/** The `uploadUrl` of resumable uploads, which the front server answers itself: bytes do not pass through Next. */
export const UPLOAD_OPERATIONS: PathTable = {
  "/v1/creator/uploads/tus/files/{id}": {
    HEAD: tus({
      id: "getTusOffset",
      summary: "Where a resumable upload stands",
      errors: ["upload.version_unsupported"],
      success: [
        {
          status: 200,
          headers: {
            ...OFFSET,
            ...EXPIRES,
            "Upload-Length": { description: "How many bytes there will be.", type: "integer" },
            "Upload-Metadata": { description: "What the upload was begun with, as tus writes it.", optional: true },
          },
        },
      ],
    }),
    PATCH: tus({
      id: "sendTusBytes",
      summary: "Send the next bytes of a resumable upload",
      requestHeaders: { "Upload-Offset": { description: "Where these bytes begin.", required: true, example: "0" } },
      body: { types: ["application/offset+octet-stream"], maxBytes: MAX_TUS_BYTES },
      errors: [
        "request.malformed",
        "upload.offset_conflict",
        "upload.already_complete",
        "upload.locked",
        "upload.version_unsupported",
        "upload.not_received",
        "storage.full",
      ],
      success: [{ status: 204, headers: { ...OFFSET, ...EXPIRES } }],
    }),
    DELETE: tus({
      id: "cancelTusUpload",
      summary: "Give up a resumable upload; its item goes with it",
      errors: ["upload.already_complete", "upload.locked", "upload.version_unsupported"],
      success: [{ status: 204 }],
    }),
  },
};
