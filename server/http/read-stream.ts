import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { AppError } from "@/core/errors";

/**
 * The body of a request as a stream that ends with an error when it grows too large, for files that are stored as they
 * come in.
 * @throws request.unsupported_media_type, request.too_large
 */
export function readStream(request: Request, accepts: { types: readonly string[]; maxBytes: number }): Readable {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (!type || !accepts.types.includes(type)) {
    throw new AppError(
      "request.unsupported_media_type",
      `Send the file itself as the body, as \`Content-Type: ${accepts.types[0]}\`.`,
    );
  }
  const tooLarge = () => new AppError("request.too_large", `The body is larger than ${accepts.maxBytes} bytes.`);
  if (Number(request.headers.get("content-length")) > accepts.maxBytes) throw tooLarge();
  if (!request.body) return Readable.from([]);
  const source = Readable.fromWeb(request.body as ReadableStream);
  return Readable.from(bounded(source, accepts.maxBytes, tooLarge), { objectMode: false });
}

async function* bounded(source: Readable, maxBytes: number, tooLarge: () => AppError): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    yield chunk;
  }
}
