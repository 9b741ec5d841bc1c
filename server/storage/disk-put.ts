import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, notFound } from "@/core/errors";
import { answer } from "../http/answer";
import { detachedBody, requestHead, sendReply } from "../http/node-bridge";
import { storage } from "./create-storage";
import { type PutPermit, readPermit, SIGNED_PUT_PATH } from "./signed-put-url";

export { SIGNED_PUT_PATH };

/**
 * Answers the disk driver's signed upload addresses on plain `node:http`, with the statuses of S3: 200 and an ETag
 * when the object is stored, 403 for an address that was changed, has expired or names other headers. The bytes
 * go from the socket to the disk at the pace of the disk. An upload that breaks off leaves nothing behind.
 */
export async function handleSignedPut(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const reply = await answer(requestHead(incoming), (headers) => respond(incoming, headers));
  await sendReply(incoming, outgoing, reply);
}

async function respond(incoming: IncomingMessage, headers: Headers): Promise<Response> {
  // Any page may use the address: whoever holds it was given it, and no cookie counts here.
  headers.set("Access-Control-Allow-Origin", "*");
  headers.set("Access-Control-Expose-Headers", "ETag, X-Request-Id");
  if (incoming.method === "OPTIONS") return preflight(headers);
  if (incoming.method !== "PUT") {
    headers.set("Allow", "PUT, OPTIONS");
    throw new AppError("request.method_not_allowed", "This address takes PUT only.");
  }
  if (storage().driver !== "disk") throw notFound("The page");
  const permit = readPermit(incoming.url ?? "", Date.now());
  refuseOtherHeaders(permit, incoming);
  headers.set("ETag", await store(permit, incoming));
  headers.set("Content-Length", "0");
  return new Response(null, { status: 200, headers });
}

function preflight(headers: Headers): Response {
  headers.set("Access-Control-Allow-Methods", "PUT");
  headers.set("Access-Control-Allow-Headers", "Content-Type");
  headers.set("Access-Control-Max-Age", "3600");
  return new Response(null, { status: 204, headers });
}

/** @throws upload.signature_invalid */
function refuseOtherHeaders(permit: PutPermit, incoming: IncomingMessage): void {
  const type = incoming.headers["content-type"];
  if (type !== permit.contentType) {
    throw new AppError("upload.signature_invalid", `Send \`Content-Type: ${permit.contentType}\`, as announced.`, {
      expected: permit.contentType,
      received: type ?? null,
    });
  }
  const length = incoming.headers["content-length"];
  if (length !== String(permit.sizeBytes)) {
    throw new AppError("upload.signature_invalid", `Send exactly ${permit.sizeBytes} bytes with a Content-Length.`, {
      expected: permit.sizeBytes,
      received: length === undefined ? null : Number(length),
    });
  }
}

async function store(permit: PutPermit, incoming: IncomingMessage): Promise<string> {
  const body = detachedBody(incoming);
  await storage().put(permit.key, body, { contentType: permit.contentType });
  const stored = await storage().head(permit.key);
  if (!stored) throw new AppError("upload.not_received", "The object was removed while it arrived.");
  return stored.etag;
}
