import { request } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const CHUNK = Buffer.alloc(1024 * 1024, "lineup");

/** Bytes from nowhere, so that only the receiver's memory and disk are at work. */
function* bytes(count: number): Generator<Buffer> {
  for (let left = count; left > 0; left -= CHUNK.length) yield left >= CHUNK.length ? CHUNK : CHUNK.subarray(0, left);
}

/** Sends that many bytes as the body of one request, at the pace of the receiver, and tells the status. */
export async function send(
  method: "PUT" | "PATCH",
  url: string,
  sizeBytes: number,
  headers: Record<string, string>,
): Promise<number> {
  const outgoing = request(url, { method, headers: { ...headers, "Content-Length": sizeBytes } });
  const status = new Promise<number>((resolve, reject) => {
    outgoing.once("error", reject);
    outgoing.once("response", (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? 0);
    });
  });
  await pipeline(Readable.from(bytes(sizeBytes)), outgoing);
  return status;
}
