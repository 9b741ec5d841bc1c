import { setTimeout as sleep } from "node:timers/promises";
import { FetchFailure, failureOfStatus } from "@/core/net/fetch-failure";
import { log } from "@/server/log";
import { type SafeReply, safeFetch } from "@/server/outbound/safe-fetch";
import { downloadLimits, type OpenSource } from "./open-source";

/** So many breaks in a row, without a new byte between them, end the download. */
const MAX_BREAKS = 5;

export interface ResumeOptions {
  signal: AbortSignal;
  /** Pause after a break, times the number of breaks; for tests. */
  pauseMs?: number;
}

/**
 * The bytes of a source from first to last. When the connection breaks, they go on with the next byte over a new one
 * (`Range` with `If-Range`, RFC 9110 §14): whoever stores them notices a pause at most. A file that changed meanwhile,
 * or a server that cannot go on in the middle, ends it.
 * @throws FetchFailure
 */
export async function* resumedBody(
  url: string,
  source: OpenSource,
  { signal, pauseMs = 1000 }: ResumeOptions,
): AsyncGenerator<Uint8Array, void, void> {
  let received = source.firstBytes.byteLength;
  if (received > 0) yield source.firstBytes;
  let body = source.reply.body;
  for (let breaks = 0; ; ) {
    try {
      for await (const chunk of body) {
        received += chunk.byteLength;
        breaks = 0;
        refuseOverlong(received);
        yield chunk;
      }
      if (source.totalBytes === null || received === source.totalBytes) return;
      throw new FetchFailure("url.broken_off", shortfall(received, source.totalBytes));
    } catch (thrown) {
      if (!(thrown instanceof FetchFailure) || !isBreak(thrown) || source.validator === null) throw thrown;
      breaks++;
      if (breaks > MAX_BREAKS) throw new FetchFailure("url.broken_off", shortfall(received, source.totalBytes));
      log.info({ received, breaks, reason: thrown.code }, "a download broke off and goes on");
      await sleep(pauseMs * breaks, undefined, { signal });
      body = await restOf(url, source, received, signal);
    }
  }
}

/** The body from byte `offset`; one that ends at once when the connection breaks again. */
async function restOf(
  url: string,
  source: OpenSource,
  offset: number,
  signal: AbortSignal,
): Promise<SafeReply["body"]> {
  const headers = { range: `bytes=${offset}-`, "if-range": source.validator! };
  const reply = await safeFetch(url, { signal, headers, limits: downloadLimits() }).catch((thrown) => {
    if (thrown instanceof FetchFailure && thrown.retry) return thrown;
    throw thrown;
  });
  if (reply instanceof FetchFailure) return broken(reply);
  const failure = mismatch(reply, source, offset);
  if (!failure) return reply.body;
  await reply.discard();
  if (isBreak(failure)) return broken(failure);
  throw failure;
}

// biome-ignore lint/correctness/useYield: a body that fails before its first byte
async function* broken(failure: FetchFailure): SafeReply["body"] {
  throw failure;
}

function mismatch(reply: SafeReply, source: OpenSource, offset: number): FetchFailure | null {
  const { status, headers } = reply;
  if (status === 206) {
    const [, first, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers["content-range"] ?? "") ?? [];
    const sameTotal = source.totalBytes === null || total === "*" || Number(total) === source.totalBytes;
    return Number(first) === offset && sameTotal ? null : changed();
  }
  if (status === 200) return changed();
  return failureOfStatus(status, headers["retry-after"], Date.now());
}

function changed(): FetchFailure {
  return new FetchFailure(
    "url.source_changed",
    "The connection broke off, and the server could not go on from there. The download begins again.",
  );
}

function isBreak(failure: FetchFailure): boolean {
  return ["url.broken_off", "url.timeout", "url.unreachable", "url.server_failed", "url.busy"].includes(failure.code);
}

function shortfall(received: number, total: number | null): string {
  const announced = total === null ? "" : ` The server announced ${total} bytes and sent ${received}.`;
  return `The connection broke off before everything had arrived.${announced}`;
}

function refuseOverlong(received: number): void {
  if (received > downloadLimits().maxBytes) {
    throw new FetchFailure("url.too_large", "The server sends more than can be imported, and does not stop.");
  }
}
