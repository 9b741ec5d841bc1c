import type { IncomingMessage, ServerResponse } from "node:http";
import { Id } from "@/core/contract";
import { AppError, notFound } from "@/core/errors";
import { TUS_TTL_SECONDS } from "@/core/uploads/contract";
import { requireAccess } from "../http/access";
import { answer } from "../http/answer";
import { authenticate } from "../http/authenticate";
import { requestHead, sendReply } from "../http/node-bridge";
import { log } from "../log";
import { cancelUpload, removeUploadFiles } from "./cancel-upload";
import { finishTusUpload } from "./finish-tus-upload";
import { ownUpload, type UploadRow } from "./own-upload";
import { TUS_PATH } from "./tus-path";
import { speakTus } from "./tus-server";

export { TUS_PATH };

const METHODS = "OPTIONS, HEAD, PATCH, DELETE";

/**
 * Answers `uploadUrl` of resumable uploads, which speaks tus 1.0, on plain `node:http`: bytes go from the socket to
 * the store without a framework between. The last byte hands the item to the transcoder.
 */
export async function handleTus(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const head = requestHead(incoming);
  const reply = await answer(head, async (headers) => {
    // Any page may speak to this address, but only with a bearer of its own: cookies are not sent along.
    headers.set("Access-Control-Allow-Origin", "*");
    headers.set("Tus-Resumable", "1.0.0");
    headers.set("Tus-Version", "1.0.0");
    return respond(incoming, outgoing, head, headers);
  });
  await sendReply(incoming, outgoing, reply);
}

async function respond(incoming: IncomingMessage, outgoing: ServerResponse, head: Request, headers: Headers) {
  if (head.method === "OPTIONS") return speakTus(incoming, outgoing, head, "");
  if (!["HEAD", "PATCH", "DELETE"].includes(head.method)) {
    headers.set("Allow", METHODS);
    throw new AppError("request.method_not_allowed", `This address takes ${METHODS} only.`);
  }
  const actor = await authenticate(head);
  requireAccess(actor, "content:write", head);
  const upload = await ownUpload(actor, idOf(head));
  if (upload.uploadProtocol !== "tus") throw notFound("The upload");
  if (upload.status !== "uploading") return replyOfFinished(head, upload, headers);
  if (Date.now() > upload.createdAt.getTime() + TUS_TTL_SECONDS * 1000) throw notFound("The upload");

  if (head.method === "DELETE") return remove(incoming, outgoing, head, upload, headers);
  const reply = await speakTus(incoming, outgoing, head, upload.uploadKey);
  // HEAD as well: the process that took the last byte may have ended before it could hand the item over.
  if (reply.headers.get("Upload-Offset") === String(upload.sizeBytes)) await finishTusUpload(upload);
  return reply;
}

function idOf(head: Request): string {
  const id = Id.safeParse(new URL(head.url).pathname.slice(TUS_PATH.length));
  if (!id.success) throw notFound("The upload");
  return id.data;
}

/** A client that lost the reply to its last byte asks for the offset and learns that it is done. */
function replyOfFinished(head: Request, upload: UploadRow, headers: Headers): Response {
  if (head.method !== "HEAD") {
    throw new AppError("upload.already_complete", "This upload is complete. Delete the content item instead.");
  }
  headers.set("Upload-Offset", String(upload.sizeBytes));
  headers.set("Upload-Length", String(upload.sizeBytes));
  headers.set("Cache-Control", "no-store");
  return new Response(null, { status: 200, headers });
}

async function remove(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  head: Request,
  upload: UploadRow & { uploadKey: string },
  headers: Headers,
): Promise<Response> {
  await cancelUpload(upload);
  // The library stops a PATCH that is still running, and on S3 lets go of the parts.
  await speakTus(incoming, outgoing, head, upload.uploadKey).catch((err) => {
    log.warn({ err, contentItemId: upload.id }, "the parts of a cancelled upload are left to the sweep");
  });
  await removeUploadFiles(upload.id);
  return new Response(null, { status: 204, headers });
}
