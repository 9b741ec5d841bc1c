import { classifySource, type SourceClass } from "@/core/import/classify-source";
import { FetchFailure, failureOfStatus } from "@/core/net/fetch-failure";
import { env } from "@/server/env";
import { type FetchLimits, type SafeReply, safeFetch } from "@/server/outbound/safe-fetch";

/** A source that answers, with its first bytes read to see what it is. */
export interface OpenSource {
  reply: SafeReply;
  firstBytes: Uint8Array;
  is: SourceClass;
  /** As announced, or null when the server does not tell. */
  totalBytes: number | null;
  /** What `If-Range` takes to be sure that a later answer goes on with the same file, or null. */
  validator: string | null;
}

/** Enough to tell a page, a picture or a manifest from a video. */
const FIRST_BYTES = 1024;

/** Limits of a download, as the operator set them. */
export function downloadLimits(): FetchLimits {
  const { IMPORT_MAX_BYTES, IMPORT_IDLE_SECONDS, IMPORT_MAX_MINUTES } = env();
  const idleMs = IMPORT_IDLE_SECONDS * 1000;
  return { redirects: 10, headersMs: idleMs, idleMs, totalMs: IMPORT_MAX_MINUTES * 60_000, maxBytes: IMPORT_MAX_BYTES };
}

/**
 * Asks for a source from its beginning.
 * @throws url.refused; FetchFailure, also for a status that is no success and a file that is too large
 */
export async function openSource(url: string, signal: AbortSignal): Promise<OpenSource> {
  const reply = await safeFetch(url, { signal, limits: downloadLimits() });
  try {
    if (reply.status !== 200) throw failureOfStatus(reply.status, reply.headers["retry-after"], Date.now());
    const encoding = reply.headers["content-encoding"];
    if (encoding && encoding !== "identity") {
      throw new FetchFailure("url.bad_answer", "The server sends the file compressed, although we asked it not to.");
    }
    const totalBytes = lengthOf(reply.headers["content-length"]);
    const firstBytes = await peek(reply.body);
    const is = classifySource(reply.headers["content-type"], firstBytes);
    if (is === "media") refuseTooLarge(totalBytes);
    return { reply, firstBytes, is, totalBytes, validator: validatorOf(reply.headers) };
  } catch (thrown) {
    await reply.discard();
    throw thrown;
  }
}

function lengthOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

function refuseTooLarge(totalBytes: number | null): void {
  const { IMPORT_MAX_BYTES } = env();
  if (totalBytes === null || totalBytes <= IMPORT_MAX_BYTES) return;
  throw new FetchFailure(
    "url.too_large",
    `The file has ${inGib(totalBytes)} GiB; files of up to ${inGib(IMPORT_MAX_BYTES)} GiB can be imported.`,
  );
}

function inGib(bytes: number): string {
  return (bytes / 1024 ** 3).toLocaleString("en", { maximumSignificantDigits: 3 });
}

async function peek(body: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < FIRST_BYTES) {
    const next = await body.next();
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.byteLength;
  }
  return Buffer.concat(chunks);
}

/** A weak entity tag does not promise the same bytes; a date does, to the second (RFC 9110 §13.1.5). */
function validatorOf(headers: SafeReply["headers"]): string | null {
  const { etag } = headers;
  if (etag && !etag.startsWith("W/")) return etag;
  return headers["last-modified"] ?? null;
}
