import { createReadStream, openAsBlob } from "node:fs";
import { DetailedError, Upload } from "tus-js-client";
import { EXIT, Failure, failureOf } from "./failure";
import type { Account } from "./session";

/** Below what many proxies take in one request. */
const CHUNK_BYTES = 48 * 1024 * 1024;
const RETRY_DELAYS_MS = [500, 1000, 3000, 5000, 10_000, 20_000];

interface Sending {
  file: string;
  sizeBytes: number;
  uploadUrl: string;
  account: Account;
  signal: AbortSignal;
  onProgress(sentBytes: number): void;
}

/**
 * Sends a file by tus, from where the server says it stands.
 * @throws Failure; with code `upload.gone` when the server knows the upload no more
 */
export function sendByTus({ file, sizeBytes, uploadUrl, account, signal, onProgress }: Sending): Promise<void> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(createReadStream(file) as never, {
      uploadUrl,
      uploadSize: sizeBytes,
      chunkSize: CHUNK_BYTES,
      retryDelays: RETRY_DELAYS_MS,
      // Its own upload would need an address to create one at: a lost one must fail instead.
      endpoint: null,
      storeFingerprintForResuming: false,
      headers: { Authorization: `Bearer ${account.key}` },
      onProgress,
      onSuccess: () => resolve(),
      onError: (error) => reject(tusFailure(error, account.url)),
    });
    const stop = () => {
      void upload.abort();
      reject(failureOf(signal.reason, undefined, account.url));
    };
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    upload.start();
  });
}

function tusFailure(error: Error, url: string): Failure {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) {
    const gone = /Unable to resume upload|404|410/.test(error.message);
    return gone ? uploadGone() : failureOf({ cause: causeOf(error) }, undefined, url);
  }
  const status = response.getStatus();
  if (status === 404 || status === 410) return uploadGone();
  return failureOf(jsonOf(response.getBody()), status, url);
}

function uploadGone(): Failure {
  return new Failure(EXIT.refused, "upload.gone", "The server knows this upload no more.");
}

function causeOf(error: Error): unknown {
  return error instanceof DetailedError ? error.causingError : error;
}

/**
 * Sends a file by one PUT to a signed address.
 * @throws Failure; with code `upload.gone` when the address takes nothing any more
 */
export async function sendByPut({ file, uploadUrl, account, signal }: Sending, contentType: string): Promise<void> {
  const body = await openAsBlob(file, { type: contentType });
  const reply = await fetch(uploadUrl, { method: "PUT", body, signal, headers: { "Content-Type": contentType } }).catch(
    (thrown: unknown) => {
      throw failureOf(thrown, undefined, account.url);
    },
  );
  const text = await reply.text();
  if (reply.ok) return;
  if (reply.status === 403 || reply.status === 404) throw uploadGone();
  throw failureOf(jsonOf(text), reply.status, new URL(uploadUrl).origin);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
