import type { ByteSource } from "@/core/import/read-hls";
import { fetchBytes } from "@/server/outbound/fetch-bytes";

/** Some seconds of the best quality there is. */
const MAX_SEGMENT_BYTES = 64 * 1024 ** 2;

/**
 * A first segment with the head that a decoder needs before it. We fetch the bytes ourselves, so that ffmpeg and
 * ffprobe read a file and never see the network.
 * @throws FetchFailure, url.refused
 */
export async function firstBytes(head: ByteSource | null, segment: ByteSource, signal: AbortSignal): Promise<Buffer> {
  return Buffer.concat([head ? await bytesOf(head, signal) : Buffer.alloc(0), await bytesOf(segment, signal)]);
}

async function bytesOf({ url, range }: ByteSource, signal: AbortSignal): Promise<Buffer> {
  const headers: Record<string, string> = range === null ? {} : { range: `bytes=${range}` };
  const { bytes } = await fetchBytes(url, { signal, headers, maxBytes: MAX_SEGMENT_BYTES });
  return bytes;
}
