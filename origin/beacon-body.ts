import type { IncomingMessage } from "node:http";
import { AppError } from "@/core/errors";

/** A beacon has some 200 bytes. */
const MAX_BYTES = 16 * 1024;
/** What `navigator.sendBeacon` calls a text, and what everybody else calls JSON. */
const TYPES = /^(?:application\/json|text\/plain)\s*(?:;|$)/i;

/**
 * The JSON body of a small request.
 * @throws request.unsupported_media_type, request.too_large, request.malformed
 */
export async function readSmallBody(incoming: IncomingMessage): Promise<unknown> {
  const type = incoming.headers["content-type"];
  if (type !== undefined && !TYPES.test(type)) {
    throw new AppError("request.unsupported_media_type", "Send the body as `application/json` or `text/plain`.");
  }
  if (Number(incoming.headers["content-length"]) > MAX_BYTES) throw tooLarge();
  const text = await textOf(incoming);
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("request.malformed", "The body is not valid JSON.");
  }
}

function textOf(incoming: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BYTES) return reject(tooLarge());
      chunks.push(chunk);
    });
    incoming.on("end", () => resolve((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString("utf8")));
    incoming.on("error", reject);
    incoming.on("aborted", () => reject(new AppError("request.malformed", "The body ended too early.")));
  });
}

function tooLarge(): AppError {
  return new AppError("request.too_large", `The body is larger than ${MAX_BYTES} bytes.`);
}
