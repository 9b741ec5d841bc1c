import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { FetchFailure, failureOfStatus } from "@/core/net/fetch-failure";
import { type SafeFetchOptions, safeFetch } from "./safe-fetch";

export interface FetchedBytes {
  /** Where the answer came from in the end. */
  url: URL;
  bytes: Buffer;
  /** Media type in small letters without parameters; empty when the server tells none. */
  contentType: string;
}

export interface FetchBytesOptions extends SafeFetchOptions {
  /** Of the body, also once it is unpacked. */
  maxBytes: number;
}

/**
 * Asks for something small and takes it whole into memory.
 * @throws url.refused; FetchFailure, also for a status other than 200 and 206
 */
export async function fetchBytes(address: string | URL, options: FetchBytesOptions): Promise<FetchedBytes> {
  const { maxBytes } = options;
  const reply = await safeFetch(address, { ...options, limits: { ...options.limits, maxBytes } });
  if (reply.status !== 200 && reply.status !== 206) {
    await reply.discard();
    throw failureOfStatus(reply.status, reply.headers["retry-after"], Date.now());
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of reply.body) chunks.push(chunk);
  const bytes = await unpacked(Buffer.concat(chunks), reply.headers["content-encoding"] ?? "", maxBytes);
  const contentType = (reply.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  return { url: reply.url, bytes, contentType };
}

const UNPACK: Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip),
  "x-gzip": promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip),
  deflate: promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate),
  br: promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress),
};

/** We ask for nothing packed, but some servers know no other way. */
async function unpacked(bytes: Buffer, encoding: string, maxOutputLength: number): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  if (name === "" || name === "identity") return bytes;
  const unpack = UNPACK[name];
  if (!unpack)
    throw new FetchFailure("url.bad_answer", `The server packs its answer in a way we do not know (${name}).`);
  return unpack(bytes, { maxOutputLength }).catch((cause) => {
    const tooLarge = (cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new FetchFailure(tooLarge ? "url.too_large" : "url.bad_answer", undefined, { cause });
  });
}
