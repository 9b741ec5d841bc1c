import { api } from "@/components/api/client";

/** Below the limit that proxies in front of a Studio commonly set to one request, and whole parts of S3. */
const CHUNK_BYTES = 64 * 1024 * 1024;
const TUS_HEADERS = { "Tus-Resumable": "1.0.0" };

export interface StartedUpload {
  contentItemId: string;
  /** On our own origin, so that the session's cookie goes with it. */
  uploadPath: string;
}

export interface TransferEvents {
  progress(sentBytes: number): void;
  success(): void;
  /** `status` 0 when there was no answer. */
  failure(status: number, message: string): void;
}

/** Adds an item to the library whose bytes are to follow. Throws `ApiError`. */
export async function beginUpload(file: File): Promise<StartedUpload> {
  const begun = await api.post<{ contentItemId: string; uploadUrl: string }>("/v1/creator/uploads/tus/init", {
    filename: file.name,
    sizeBytes: file.size,
  });
  return { contentItemId: begun.contentItemId, uploadPath: new URL(begun.uploadUrl).pathname };
}

/** How many bytes of an upload the server has; null when it knows no such upload. Throws while it cannot be reached. */
export async function askOffset(uploadPath: string): Promise<number | null> {
  const reply = await fetch(uploadPath, { method: "HEAD", headers: TUS_HEADERS });
  if (reply.status >= 500) throw new Error(`The server answered ${reply.status}.`);
  const offset = reply.headers.get("Upload-Offset");
  return reply.ok && offset !== null ? Number(offset) : null;
}

/** Takes an unfinished upload and its item back. One that is complete or gone stays as it is. */
export async function discardUpload(uploadPath: string): Promise<void> {
  await fetch(uploadPath, { method: "DELETE", headers: TUS_HEADERS });
}

/**
 * Sends a file from where the server has it, by Uppy, which is loaded here on first use. Returns a function that
 * stops sending and leaves what has arrived.
 */
export async function sendFile(file: File, uploadPath: string, events: TransferEvents): Promise<() => void> {
  const [{ Uppy }, { default: Tus }] = await Promise.all([import("@uppy/core"), import("@uppy/tus")]);
  // One instance a file: nothing that goes wrong with one can reach another.
  const uppy = new Uppy().use(Tus, {
    uploadUrl: uploadPath,
    chunkSize: CHUNK_BYTES,
    retryDelays: [0, 1000, 3000],
    // The queue remembers uploads itself, by the file and not by the page's notes.
    storeFingerprintForResuming: false,
    allowedMetaFields: false,
  });
  let stopped = false;
  uppy.on("upload-progress", (_, { bytesUploaded }) => !stopped && events.progress(Number(bytesUploaded)));
  uppy.on("upload-success", () => !stopped && events.success());
  uppy.on("upload-error", (_, error, response) => {
    if (stopped) return;
    const reply = (response?.body as { xhr?: XMLHttpRequest } | undefined)?.xhr;
    events.failure(response?.status ?? 0, messageOf(reply?.responseText) ?? error.message);
  });
  uppy.addFile({ name: file.name, type: file.type, data: file });
  void uppy.upload();
  return () => {
    stopped = true;
    // Not `destroy`, which would also take the upload back on the server.
    uppy.pauseAll();
  };
}

function messageOf(body: string | undefined): string | null {
  try {
    return JSON.parse(body ?? "").error.message;
  } catch {
    return null;
  }
}
